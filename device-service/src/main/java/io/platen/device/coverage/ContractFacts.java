package io.platen.device.coverage;

import io.platen.contracts.id.AccountId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a contract says about one device.
 *
 * @param start the first day
 * @param end the last day as agreed
 * @param endedOn the last day, where it ended early
 * @param named whether the device was among its devices from the start
 * @param swaps in which the device was put in the place of another, or another in its place
 */
public record ContractFacts(
        String number,
        AccountId accountId,
        LocalDate start,
        LocalDate end,
        @Nullable LocalDate endedOn,
        boolean maintenance,
        boolean supplies,
        boolean named,
        List<Swap> swaps) {

    /**
     * @param on the first day of the new machine
     * @param comesIn whether the device is the new one
     * @param sequence of two on the same day the later one counts
     */
    public record Swap(LocalDate on, boolean comesIn, long sequence) {

        private static final Comparator<Swap> ORDER =
                Comparator.comparing(Swap::on).thenComparingLong(Swap::sequence);
    }

    LocalDate lastDay() {
        return endedOn != null && endedOn.isBefore(end) ? endedOn : end;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(lastDay()) && holds(day);
    }

    private boolean holds(LocalDate day) {
        return swaps.stream()
                .filter(swap -> !swap.on().isAfter(day))
                .max(Swap.ORDER)
                .map(Swap::comesIn)
                .orElse(named);
    }

    /** The first day after that one on which something may be different. */
    Optional<LocalDate> nextChange(LocalDate day) {
        return Stream.concat(
                        Stream.of(start, lastDay().plusDays(1)), swaps.stream().map(Swap::on))
                .filter(change -> change.isAfter(day))
                .min(Comparator.naturalOrder());
    }
}
