package io.platen.meter.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The calendar that a device's days are counted in. A move may be told ahead; the new zone counts from its own first day. */
record DeviceClock(
        ZoneId zone, @Nullable ZoneId next, @Nullable LocalDate nextFrom) {

    /** Until somebody tells where the device stands. */
    static final DeviceClock UNKNOWN = new DeviceClock(ZoneOffset.UTC, null, null);

    LocalDate dayOf(Instant instant) {
        if (next != null && nextFrom != null) {
            var there = LocalDate.ofInstant(instant, next);
            if (!there.isBefore(nextFrom)) {
                return there;
            }
        }
        return LocalDate.ofInstant(instant, zone);
    }

    /** The first instant of that day, or of the first one behind it where this calendar leaves it out. */
    Instant startOf(LocalDate day) {
        var here = day.atStartOfDay(zone).toInstant();
        if (next == null || nextFrom == null) {
            return here;
        }
        var there = (day.isBefore(nextFrom) ? nextFrom : day).atStartOfDay(next).toInstant();
        return here.isBefore(there) && !dayOf(here).isBefore(day) ? here : there;
    }

    /** The newest word wins over an announced move that has not begun by then. */
    DeviceClock moved(ZoneId to, LocalDate from) {
        if (equals(UNKNOWN)) {
            return new DeviceClock(to, null, null);
        }
        var before = next != null && nextFrom != null && nextFrom.isBefore(from) ? next : zone;
        return before.equals(to) ? new DeviceClock(to, null, null) : new DeviceClock(before, to, from);
    }
}
