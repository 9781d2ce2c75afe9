package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A counter that has shown its highest value begins again at zero. A machine that shows less than before is believed to
 * have done so only where {@code capacity − old + new} pages are what was to be expected.
 */
record WrapAround(Expectation expectation, @Nullable Integer counterDigits) {

    /** Of an SNMP Counter32. */
    static final long COUNTER32 = 1L << 32;

    /** What a machine may tell; the very last value stands for none. */
    static final long HIGHEST = COUNTER32 - 2;

    static final String REASON = "COUNTER_WRAPPED";

    /** Where each counter that shows less began again; empty where one cannot have. */
    Optional<Counters> capacities(Counters shown, Counters reported, LocalDate day) {
        var capacities = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : reported.pages().entrySet()) {
            var before = shown.of(counter.getKey());
            if (before != null && counter.getValue() < before) {
                var capacity = plausible(counter.getKey(), before, counter.getValue(), day);
                if (capacity == null) {
                    return Optional.empty();
                }
                capacities.put(counter.getKey(), capacity);
            }
        }
        return Optional.of(new Counters(capacities));
    }

    private @Nullable Long plausible(Counter counter, long before, long now, LocalDate day) {
        var expected = expectation.of(counter, day);
        return expected == null
                ? null
                : candidates()
                        .filter(capacity -> capacity > before)
                        .filter(capacity -> expected.contains(capacity + now))
                        .boxed()
                        .findFirst()
                        .orElse(null);
    }

    private LongStream candidates() {
        return counterDigits == null
                ? LongStream.of(COUNTER32)
                : LongStream.of(Math.round(Math.pow(10, counterDigits)), COUNTER32);
    }
}
