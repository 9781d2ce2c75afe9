package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * As much of the accepted reads as the rules need, on the billing meter: the last two days, and the first day of each
 * calendar month over a year. The whole history is in the events.
 *
 * @param days oldest first, one per day
 * @param latest the last value of every counter
 */
record ReadHistory(List<DayRead> days, Counters latest) {

    static final ReadHistory EMPTY = new ReadHistory(List.of(), Counters.NONE);

    /** The length of a month in days that usage is counted by. */
    static final double DAYS_PER_MONTH = 30.25;

    private static final int[] WINDOWS_IN_MONTHS = {3, 12};
    private static final int KEPT_MONTHS = 13;

    /** Less than a week says nothing about a month. */
    private static final int SHORTEST_WINDOW_IN_DAYS = 7;

    ReadHistory {
        days = List.copyOf(days);
    }

    /** @param readOn not before {@link #lastReadOn()} */
    ReadHistory with(LocalDate readOn, Counters counters) {
        var reads = new ArrayList<>(days);
        if (!reads.isEmpty() && reads.getLast().readOn().equals(readOn)) {
            var sameDay = reads.removeLast();
            reads.add(new DayRead(readOn, sameDay.counters().overlaidBy(counters)));
        } else {
            reads.add(new DayRead(readOn, counters));
            forgetNeedless(reads);
        }
        return new ReadHistory(reads, latest.overlaidBy(counters));
    }

    /** The same as the machine shows its counters now. */
    ReadHistory shown(BillingMeter meter) {
        if (meter.equals(BillingMeter.AS_SHOWN)) {
            return this;
        }
        var reads = days.stream()
                .map(day -> new DayRead(day.readOn(), meter.shown(day.counters())))
                .toList();
        return new ReadHistory(reads, meter.shown(latest));
    }

    /** Another read stands in the place of one. Of a day that was forgotten already, nothing is left to correct. */
    ReadHistory corrected(LocalDate wrongOn, Counters besides, LocalDate readOn, Counters right) {
        var reads = new ArrayList<DayRead>();
        for (var day : days) {
            if (!day.readOn().equals(wrongOn)) {
                reads.add(day);
            } else if (!besides.isEmpty()) {
                reads.add(new DayRead(wrongOn, besides));
            }
        }
        var sameDay = reads.stream()
                .filter(day -> day.readOn().equals(readOn))
                .findFirst()
                .map(DayRead::counters)
                .orElse(Counters.NONE);
        reads.removeIf(day -> day.readOn().equals(readOn));
        reads.add(new DayRead(readOn, sameDay.overlaidBy(right)));
        reads.sort(Comparator.comparing(DayRead::readOn));
        var last = latest;
        for (var day : reads) {
            last = last.overlaidBy(day.counters());
        }
        return new ReadHistory(reads, last);
    }

    private static void forgetNeedless(List<DayRead> reads) {
        var outOfSight = reads.size() - 3;
        if (outOfSight >= 1 && month(reads.get(outOfSight)).equals(month(reads.get(outOfSight - 1)))) {
            reads.remove(outOfSight);
        }
        var horizon = reads.getLast().readOn().minusMonths(KEPT_MONTHS);
        while (reads.size() > 2 && reads.getFirst().readOn().isBefore(horizon)) {
            reads.removeFirst();
        }
    }

    private static YearMonth month(DayRead read) {
        return YearMonth.from(read.readOn());
    }

    @Nullable
    LocalDate lastReadOn() {
        return days.isEmpty() ? null : days.getLast().readOn();
    }

    /** The last day on which this counter was read. */
    @Nullable
    CounterRead last(Counter counter) {
        return fromTheEnd(counter, 0);
    }

    /** Pages a month over the last 3 months, else the last 12; empty where the reads lie too close together. */
    OptionalDouble averageMonthlyUsage(Counter counter) {
        var last = last(counter);
        if (last == null) {
            return OptionalDouble.empty();
        }
        for (var months : WINDOWS_IN_MONTHS) {
            var first = firstSince(last.readOn().minusMonths(months), counter);
            var span = first == null ? 0 : ChronoUnit.DAYS.between(first.readOn(), last.readOn());
            if (first != null && span >= SHORTEST_WINDOW_IN_DAYS) {
                return OptionalDouble.of((last.pages() - first.pages()) * DAYS_PER_MONTH / span);
            }
        }
        return OptionalDouble.empty();
    }

    /** Pages a day between the previous two reads. */
    OptionalDouble averageDailyGrowth(Counter counter) {
        var last = last(counter);
        var before = fromTheEnd(counter, 1);
        if (last == null || before == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                (double) (last.pages() - before.pages()) / ChronoUnit.DAYS.between(before.readOn(), last.readOn()));
    }

    private @Nullable CounterRead firstSince(LocalDate start, Counter counter) {
        for (var read : days) {
            var pages = read.counters().of(counter);
            if (pages != null && !read.readOn().isBefore(start)) {
                return new CounterRead(read.readOn(), pages);
            }
        }
        return null;
    }

    private @Nullable CounterRead fromTheEnd(Counter counter, int skip) {
        var toSkip = skip;
        for (var read : days.reversed()) {
            var pages = read.counters().of(counter);
            if (pages != null && toSkip-- == 0) {
                return new CounterRead(read.readOn(), pages);
            }
        }
        return null;
    }

    /** One counter on one day. */
    record CounterRead(LocalDate readOn, long pages) {}
}
