package io.platen.billing.contract;

import java.time.LocalDate;

/** What one counter showed on a day, in pages. */
public record DayRead(LocalDate readOn, long pages) {}
