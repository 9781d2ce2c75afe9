package io.platen.device.model;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.TonerColour;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of every machine of a model (DEV-39).
 *
 * @param counters the first counts all pages or the black ones, the second, if any, those in colour
 * @param tonerColours empty where it is not known
 * @param ratedMonthlyPages the maker's figure
 * @param counterDigits after which a counter begins again at zero
 */
public record ModelFacts(
        String manufacturer,
        String name,
        List<Counter> counters,
        List<TonerColour> tonerColours,
        boolean autoTonerCapable,
        @Nullable Integer ratedMonthlyPages,
        @Nullable Integer counterDigits) {

    public ModelFacts {
        counters = List.copyOf(counters);
        tonerColours = List.copyOf(tonerColours);
        if (!consistent(counters)) {
            throw new IllegalArgumentException("no model counts " + counters);
        }
        if (!consistent(counters, tonerColours, autoTonerCapable)) {
            throw new IllegalArgumentException("no model counts " + counters + " with toners " + tonerColours);
        }
    }

    /** TOTAL or BLACK_WHITE comes first; COLOUR may follow. */
    public static boolean consistent(List<Counter> counters) {
        return switch (counters.size()) {
            case 1 -> counters.getFirst() != Counter.COLOUR;
            case 2 -> counters.getFirst() != Counter.COLOUR && counters.getLast() == Counter.COLOUR;
            default -> false;
        };
    }

    /** Each colour once; a machine that counts colour pages takes colour; replenishment needs something to send. */
    public static boolean consistent(List<Counter> counters, List<TonerColour> colours, boolean autoTonerCapable) {
        boolean onlyBlack = new HashSet<>(colours).equals(EnumSet.of(TonerColour.BLACK));
        return new HashSet<>(colours).size() == colours.size()
                && !(counters.contains(Counter.COLOUR) && onlyBlack)
                && !(autoTonerCapable && colours.isEmpty());
    }
}
