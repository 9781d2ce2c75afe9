package io.platen.billing.contract;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How many pages are free between two days, where so many are in a month. A part of a month has its part by days. Whole
 * pages are counted from the start of the contract on, so that no cut of the year into periods wins or loses one.
 */
record IncludedVolume(LocalDate start, long pagesPerMonth) {

    /** Divisible by the length of every month. */
    private static final long MONTH = 28L * 29 * 15 * 31;

    long in(Period period) {
        return until(period.until()) - until(period.from().minusDays(1));
    }

    private long until(LocalDate day) {
        if (day.isBefore(start)) {
            return 0;
        }
        long parts = 0;
        for (var month = YearMonth.from(start); !month.isAfter(YearMonth.from(day)); month = month.plusMonths(1)) {
            var first = month.equals(YearMonth.from(start)) ? start.getDayOfMonth() : 1;
            var last = month.equals(YearMonth.from(day)) ? day.getDayOfMonth() : month.lengthOfMonth();
            parts += (last - first + 1) * (MONTH / month.lengthOfMonth());
        }
        return Math.floorDiv(Math.multiplyExact(pagesPerMonth, parts), MONTH);
    }
}
