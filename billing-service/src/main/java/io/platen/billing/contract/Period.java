package io.platen.billing.contract;

import java.time.LocalDate;

/** Days from the first to the last, both inclusive. */
public record Period(LocalDate from, LocalDate until) {

    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(from + " comes after " + until);
        }
    }

    public boolean overlaps(Period other) {
        return !from.isAfter(other.until) && !other.from.isAfter(until);
    }

    public boolean isWithin(Period other) {
        return !from.isBefore(other.from) && !until.isAfter(other.until);
    }

    /** From the earlier first day to the later last one. */
    Period with(Period other) {
        return new Period(
                from.isBefore(other.from) ? from : other.from, until.isAfter(other.until) ? until : other.until);
    }
}
