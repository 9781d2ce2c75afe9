package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What the reads so far let expect, else the model's rated volume; of colour pages the rated volume says nothing. */
record Expectation(ReadHistory history, @Nullable Integer ratedMonthlyPages) {

    /** Null where nothing can be expected. */
    @Nullable
    ExpectedRead of(Counter counter, LocalDate day) {
        var last = history.last(counter);
        if (last == null) {
            return null;
        }
        var usage = history.averageMonthlyUsage(counter);
        if (usage.isEmpty() && counter != Counter.COLOUR && ratedMonthlyPages != null) {
            usage = OptionalDouble.of(ratedMonthlyPages);
        }
        var days = Math.max(0, ChronoUnit.DAYS.between(last.readOn(), day));
        return usage.isPresent() ? ExpectedRead.after(last.pages(), usage.getAsDouble(), days) : null;
    }

    /** What is billed where no read comes, to whole pages. */
    Counters estimate(List<Counter> counters, LocalDate day) {
        var estimate = new EnumMap<Counter, Long>(Counter.class);
        counters.forEach(counter -> {
            var expected = of(counter, day);
            if (expected != null) {
                estimate.put(counter, expected.expected());
            }
        });
        return new Counters(estimate);
    }
}
