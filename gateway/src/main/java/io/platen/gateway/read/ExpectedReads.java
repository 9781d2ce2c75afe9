package io.platen.gateway.read;

import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Shapes.Expectation;
import io.platen.gateway.read.Shapes.ExpectedCounters;
import io.platen.gateway.read.Shapes.LastRead;
import io.platen.gateway.read.Shapes.Previous;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a read of today should show, exactly as meter-service will judge it (its ReadHistory and ExpectedRead): who types
 * must not be shown another corridor than the one the read is held against. Vectors that both are tested with lie in
 * contracts, vectors/expected-reads.json.
 */
final class ExpectedReads {

    /** What a device's counters showed on a day. */
    record Day(LocalDate on, Counters counters) {}

    private static final double DAYS_PER_MONTH = 30.25;
    private static final double BUFFER = 0.6;
    private static final double ALWAYS_FINE_PAGES = 500;
    private static final int SHORTEST_WINDOW_IN_DAYS = 7;
    private static final int[] WINDOWS_IN_MONTHS = {3, 12};
    static final int KEPT_MONTHS = 13;

    private final List<Day> days;
    private final @Nullable Integer ratedMonthlyPages;
    private final LocalDate today;
    private final Counters offset;

    /** @param reads of one device in the order in which they were accepted, with those that a later one replaced */
    ExpectedReads(List<Day> reads, @Nullable Integer ratedMonthlyPages, LocalDate today) {
        this(reads, ratedMonthlyPages, today, new Counters(null, null, null));
    }

    /**
     * @param reads as they are billed
     * @param offset how much less the counters show than is billed
     */
    ExpectedReads(List<Day> reads, @Nullable Integer ratedMonthlyPages, LocalDate today, @Nullable Counters offset) {
        this.offset = offset == null ? new Counters(null, null, null) : offset;
        this.days = remembered(reads);
        this.ratedMonthlyPages = ratedMonthlyPages;
        this.today = today;
    }

    ExpectedCounters counters() {
        return new ExpectedCounters(
                expectation(Counters::total, ratedMonthlyPages),
                expectation(Counters::blackWhite, ratedMonthlyPages),
                expectation(Counters::colour, null));
    }

    /**
     * What each counter showed last; where it was set back since, what it began with anew.
     *
     * @param lastReset day of the last reset
     */
    @Nullable
    Previous previous(@Nullable LastRead lastRead, @Nullable LocalDate lastReset) {
        var shown = new Counters(shown(Counters::total), shown(Counters::blackWhite), shown(Counters::colour));
        if (days.isEmpty()) {
            return null;
        }
        var asRead = lastRead != null && overlaid(shown, lastRead.counters()).equals(shown);
        return new Previous(shown, asRead ? null : lastReset);
    }

    private @Nullable Long shown(Function<Counters, @Nullable Long> counter) {
        return days.reversed().stream()
                .filter(day -> counter.apply(day.counters()) != null)
                .findFirst()
                .map(day -> shown(day, counter))
                .orElse(null);
    }

    private long shown(Day day, Function<Counters, @Nullable Long> counter) {
        var ahead = counter.apply(offset);
        return pages(day, counter) - (ahead == null ? 0 : ahead);
    }

    /** The last two days, and the first of each month before. */
    private static List<Day> remembered(List<Day> reads) {
        var days = new ArrayList<Day>();
        for (var read : reads) {
            if (!days.isEmpty() && days.getLast().on().equals(read.on())) {
                days.add(new Day(read.on(), overlaid(days.removeLast().counters(), read.counters())));
                continue;
            }
            days.add(read);
            var outOfSight = days.size() - 3;
            if (outOfSight >= 1 && month(days.get(outOfSight)).equals(month(days.get(outOfSight - 1)))) {
                days.remove(outOfSight);
            }
            var horizon = read.on().minusMonths(KEPT_MONTHS);
            while (days.size() > 2 && days.getFirst().on().isBefore(horizon)) {
                days.removeFirst();
            }
        }
        return days;
    }

    private @Nullable Expectation expectation(
            Function<Counters, @Nullable Long> counter, @Nullable Integer ratedMonthly) {
        var counted = days.stream()
                .filter(day -> counter.apply(day.counters()) != null)
                .toList();
        if (counted.isEmpty()) {
            return null;
        }
        var last = counted.getLast();
        var monthly = monthlyUsage(counted, counter);
        if (monthly.isEmpty() && ratedMonthly != null) {
            monthly = OptionalDouble.of(ratedMonthly);
        }
        if (monthly.isEmpty()) {
            return null;
        }
        var perDay = monthly.getAsDouble() / DAYS_PER_MONTH;
        var growth = perDay * Math.max(0, ChronoUnit.DAYS.between(last.on(), today));
        var before = shown(last, counter);
        var margin = Math.max(BUFFER * growth, ALWAYS_FINE_PAGES);
        return new Expectation(
                BigDecimal.valueOf(perDay).setScale(2, RoundingMode.HALF_UP),
                Math.max(before, Math.round(before + growth - margin)),
                Math.round(before + growth + margin),
                Math.round(before + growth));
    }

    private static OptionalDouble monthlyUsage(List<Day> counted, Function<Counters, @Nullable Long> counter) {
        var last = counted.getLast();
        for (var months : WINDOWS_IN_MONTHS) {
            var since = last.on().minusMonths(months);
            var first = counted.stream()
                    .filter(day -> !day.on().isBefore(since))
                    .findFirst()
                    .orElse(last);
            var span = ChronoUnit.DAYS.between(first.on(), last.on());
            if (span >= SHORTEST_WINDOW_IN_DAYS) {
                return OptionalDouble.of((pages(last, counter) - pages(first, counter)) * DAYS_PER_MONTH / span);
            }
        }
        return OptionalDouble.empty();
    }

    private static long pages(Day day, Function<Counters, @Nullable Long> counter) {
        var pages = counter.apply(day.counters());
        if (pages == null) {
            throw new IllegalArgumentException("The counter was not read on " + day.on());
        }
        return pages;
    }

    private static Counters overlaid(Counters before, Counters newer) {
        return new Counters(
                newer.total() == null ? before.total() : newer.total(),
                newer.blackWhite() == null ? before.blackWhite() : newer.blackWhite(),
                newer.colour() == null ? before.colour() : newer.colour());
    }

    private static YearMonth month(Day day) {
        return YearMonth.from(day.on());
    }
}
