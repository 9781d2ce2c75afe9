package io.platen.ticket.life;

import java.time.Duration;
import java.time.Instant;

/** When an engineer is expected. */
record VisitWindow(Instant from, Instant until) {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration FURTHEST = Duration.ofDays(366);

    /** In order, not over, at most a day long and at most a year away. */
    boolean canBePlannedAt(Instant now) {
        return from.isBefore(until)
                && until.isAfter(now)
                && until.isBefore(now.plus(FURTHEST))
                && from.isAfter(until.minus(LONGEST).minusNanos(1));
    }
}
