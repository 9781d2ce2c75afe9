package io.platen.ticket.calendar;

import java.time.LocalTime;

/** From opening, which belongs to it, to closing, which does not. */
public record OfficeHours(LocalTime opens, LocalTime closes) {

    /** @throws IllegalArgumentException where it closes before it opens */
    public OfficeHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("Open from " + opens + " to " + closes);
        }
    }

    boolean contains(LocalTime time) {
        return !time.isBefore(opens) && time.isBefore(closes);
    }
}
