package io.platen.billing.contract;

import java.time.LocalDate;

/**
 * What one counter showed on a day, in pages.
 *
 * @param estimated whether nobody read it
 */
public record DayRead(LocalDate readOn, long pages, boolean estimated) {

    public DayRead(LocalDate readOn, long pages) {
        this(readOn, pages, false);
    }
}
