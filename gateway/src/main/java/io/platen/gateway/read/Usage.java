package io.platen.gateway.read;

import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Shapes.Expectation;
import io.platen.gateway.read.Shapes.ExpectedCounters;
import io.platen.gateway.read.Shapes.MonthPages;
import io.platen.gateway.read.Shapes.UsageTile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What reads say about use: the dashboard's means (D-15) and what the next read should be. */
final class Usage {

    /** An accepted read of a device. */
    record Point(UUID device, LocalDate on, Counters counters) {}

    /** Pages of one channel, negative where the device does not count it. */
    interface Channel extends ToLongFunction<Counters> {}

    private static final BigDecimal DAYS_PER_MONTH = new BigDecimal("30.25");
    private static final BigDecimal BUFFER = new BigDecimal("0.6");
    private static final BigDecimal SMALL = BigDecimal.valueOf(500);

    private Usage() {}

    static long colour(Counters counters) {
        return counters.colour() == null ? -1 : counters.colour();
    }

    /** What is not colour, however the device counts. */
    static long blackWhite(Counters counters) {
        if (counters.blackWhite() != null) {
            return counters.blackWhite();
        }
        if (counters.total() == null) {
            return -1;
        }
        return counters.total() - (counters.colour() == null ? 0 : counters.colour());
    }

    /** @param reads by device, newest first within each */
    static UsageTile tile(Map<UUID, List<Point>> reads, long devices, Channel channel, YearMonth until, int months) {
        var means = new ArrayList<BigDecimal>();
        var byMonth = new TreeMap<YearMonth, BigDecimal>();
        for (int back = months - 1; back >= 0; back--) {
            byMonth.put(until.minusMonths(back), BigDecimal.ZERO);
        }
        for (var points : reads.values()) {
            var counted = points.stream()
                    .filter(point -> channel.applyAsLong(point.counters()) >= 0)
                    .toList();
            per30Days(counted, channel).ifPresent(means::add);
            for (int i = 0; i + 1 < counted.size(); i++) {
                spread(counted.get(i + 1), counted.get(i), channel, byMonth);
            }
        }
        var mean = means.isEmpty()
                ? null
                : means.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(means.size()), 0, RoundingMode.HALF_UP);
        var trend = new ArrayList<MonthPages>();
        if (mean != null) {
            byMonth.forEach((month, pages) -> trend.add(new MonthPages(
                    month.toString(), pages.divide(BigDecimal.valueOf(means.size()), 0, RoundingMode.HALF_UP))));
        }
        return new UsageTile(mean, means.size(), (int) Math.max(0, devices - means.size()), trend);
    }

    /** (last − the one before) ÷ days × 30, where the one before is at least a day older. */
    private static java.util.Optional<BigDecimal> per30Days(List<Point> newestFirst, Channel channel) {
        if (newestFirst.isEmpty()) {
            return java.util.Optional.empty();
        }
        var last = newestFirst.getFirst();
        return newestFirst.stream()
                .filter(point -> point.on().isBefore(last.on()))
                .findFirst()
                .map(before -> BigDecimal.valueOf(Math.max(
                                0, channel.applyAsLong(last.counters()) - channel.applyAsLong(before.counters())))
                        .multiply(BigDecimal.valueOf(30))
                        .divide(
                                BigDecimal.valueOf(ChronoUnit.DAYS.between(before.on(), last.on())),
                                2,
                                RoundingMode.HALF_UP));
    }

    /** Evenly over the days between two reads. */
    private static void spread(Point from, Point to, Channel channel, Map<YearMonth, BigDecimal> byMonth) {
        var days = ChronoUnit.DAYS.between(from.on(), to.on());
        var pages = channel.applyAsLong(to.counters()) - channel.applyAsLong(from.counters());
        if (days <= 0 || pages <= 0) {
            return;
        }
        var perDay = BigDecimal.valueOf(pages).divide(BigDecimal.valueOf(days), 6, RoundingMode.HALF_UP);
        byMonth.replaceAll((month, sum) -> {
            var begin = later(from.on(), month.atDay(1));
            var end = earlier(to.on(), month.plusMonths(1).atDay(1));
            var within = ChronoUnit.DAYS.between(begin, end);
            return within <= 0 ? sum : sum.add(perDay.multiply(BigDecimal.valueOf(within)));
        });
    }

    /**
     * What a read of today should show: the mean of the last three months, else of twelve, else what the model is rated
     * for.
     *
     * @param newestFirst reads of one device
     */
    static ExpectedCounters expected(List<Point> newestFirst, @Nullable Integer ratedMonthlyPages, LocalDate today) {
        return new ExpectedCounters(
                expectation(newestFirst, Counters::total, ratedMonthlyPages, today),
                expectation(newestFirst, Counters::blackWhite, null, today),
                expectation(newestFirst, Counters::colour, null, today));
    }

    private static @Nullable Expectation expectation(
            List<Point> newestFirst,
            java.util.function.Function<Counters, @Nullable Long> counter,
            @Nullable Integer rated,
            LocalDate today) {
        var counted = newestFirst.stream()
                .filter(point -> counter.apply(point.counters()) != null)
                .toList();
        if (counted.isEmpty()) {
            return null;
        }
        var last = counted.getFirst();
        var perDay = perDay(counted, counter, last.on().minusMonths(3));
        if (perDay == null) {
            perDay = perDay(counted, counter, last.on().minusMonths(12));
        }
        if (perDay == null && rated != null) {
            perDay = BigDecimal.valueOf(rated).divide(DAYS_PER_MONTH, 4, RoundingMode.HALF_UP);
        }
        var before = counter.apply(last.counters());
        if (perDay == null || before == null) {
            return null;
        }
        var growth = perDay.multiply(BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(last.on(), today))));
        var expected = growth.add(BigDecimal.valueOf(before));
        var doubt = growth.multiply(BUFFER).max(SMALL);
        return new Expectation(
                perDay.setScale(2, RoundingMode.HALF_UP),
                Math.max(before, expected.subtract(doubt).longValue()),
                expected.add(doubt).longValue());
    }

    private static @Nullable BigDecimal perDay(
            List<Point> newestFirst, java.util.function.Function<Counters, @Nullable Long> counter, LocalDate since) {
        var last = newestFirst.getFirst();
        var first = newestFirst.stream()
                .filter(point -> !point.on().isBefore(since) && point.on().isBefore(last.on()))
                .reduce((newer, older) -> older)
                .orElse(null);
        if (first == null) {
            return null;
        }
        var to = counter.apply(last.counters());
        var from = counter.apply(first.counters());
        return to == null || from == null || to < from
                ? null
                : BigDecimal.valueOf(to - from)
                        .divide(
                                BigDecimal.valueOf(ChronoUnit.DAYS.between(first.on(), last.on())),
                                4,
                                RoundingMode.HALF_UP);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
