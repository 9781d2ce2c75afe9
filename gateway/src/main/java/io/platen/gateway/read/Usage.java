package io.platen.gateway.read;

import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Shapes.MonthPages;
import io.platen.gateway.read.Shapes.UsageTile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What reads say about use: the dashboard's means (D-15). */
final class Usage {

    /** An accepted read of a device. */
    record Point(UUID device, LocalDate on, Counters counters) {}

    /** Pages of one channel, negative where the device does not count it. */
    interface Channel extends ToLongFunction<Counters> {}

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
        var means = new ArrayList<Rate>();
        var byMonth = new TreeMap<YearMonth, BigDecimal>();
        for (int back = months - 1; back >= 0; back--) {
            byMonth.put(until.minusMonths(back), BigDecimal.ZERO);
        }
        for (var points : reads.values()) {
            var counted = points.stream()
                    .filter(point -> channel.applyAsLong(point.counters()) >= 0)
                    .toList();
            rate(counted, channel).ifPresent(means::add);
            for (int i = 0; i + 1 < counted.size(); i++) {
                spread(counted.get(i + 1), counted.get(i), channel, byMonth);
            }
        }
        var mean = mean(means);
        var trend = new ArrayList<MonthPages>();
        if (mean != null) {
            byMonth.forEach((month, pages) -> trend.add(new MonthPages(
                    month.toString(), pages.divide(BigDecimal.valueOf(means.size()), 0, RoundingMode.HALF_UP))));
        }
        return new UsageTile(mean, means.size(), (int) Math.max(0, devices - means.size()), trend);
    }

    /** Pages in so many days. */
    record Rate(long pages, long days) {}

    /** Of the pages in 30 days; rounded once, at the end. */
    static @Nullable BigDecimal mean(List<Rate> rates) {
        if (rates.isEmpty()) {
            return null;
        }
        var pages = BigInteger.ZERO;
        var days = BigInteger.ONE;
        for (var rate : rates) {
            pages = pages.multiply(BigInteger.valueOf(rate.days()))
                    .add(BigInteger.valueOf(rate.pages()).multiply(days));
            days = days.multiply(BigInteger.valueOf(rate.days()));
            var common = pages.gcd(days);
            pages = pages.divide(common);
            days = days.divide(common);
        }
        return new BigDecimal(pages.multiply(BigInteger.valueOf(30)))
                .divide(new BigDecimal(days.multiply(BigInteger.valueOf(rates.size()))), 0, RoundingMode.HALF_UP);
    }

    /** (last − the one before) in the days between, where the one before is at least a day older. */
    static Optional<Rate> rate(List<Point> newestFirst, Channel channel) {
        if (newestFirst.isEmpty()) {
            return Optional.empty();
        }
        var last = newestFirst.getFirst();
        return newestFirst.stream()
                .filter(point -> point.on().isBefore(last.on()))
                .findFirst()
                .map(before -> new Rate(
                        channel.applyAsLong(last.counters()) - channel.applyAsLong(before.counters()),
                        ChronoUnit.DAYS.between(before.on(), last.on())));
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

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
