package io.platen.meter.reading;

import java.time.LocalDate;

/** What the counters showed at the end of a day on which they were read. */
public record DayRead(LocalDate readOn, Counters counters) {}
