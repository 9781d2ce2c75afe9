package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a machine counts, said in the counters that its model is read by. Nothing is invented. */
final class RemoteReport {

    private RemoteReport() {}

    /** Counters that the report does not tell, or that are out of range, are left out. */
    static Counters inCountersOf(List<Counter> asked, Counters reported) {
        var mapped = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : asked) {
            var value = value(counter, asked, reported);
            if (value != null && value >= 0 && value <= WrapAround.HIGHEST) {
                mapped.put(counter, value);
            }
        }
        return new Counters(mapped);
    }

    private static @Nullable Long value(Counter counter, List<Counter> asked, Counters reported) {
        var told = reported.of(counter);
        if (told != null) {
            return told;
        }
        var total = reported.of(Counter.TOTAL);
        var blackWhite = reported.of(Counter.BLACK_WHITE);
        var colour = reported.of(Counter.COLOUR);
        return switch (counter) {
            case TOTAL -> blackWhite == null ? null : colour == null ? null : (Long) (blackWhite + colour);
            case BLACK_WHITE -> {
                if (total == null) {
                    yield null;
                }
                if (colour != null) {
                    yield total - colour;
                }
                yield asked.contains(Counter.COLOUR) ? null : total;
            }
            case COLOUR -> total == null || blackWhite == null ? null : (Long) (total - blackWhite);
        };
    }
}
