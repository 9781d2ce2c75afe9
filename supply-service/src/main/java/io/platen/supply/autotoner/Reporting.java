package io.platen.supply.autotoner;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A device reports while its last communication is at most seven days old (D-18). */
public final class Reporting {

    private static final Duration FRESH_FOR = Duration.ofDays(7);

    private Reporting() {}

    /** Whoever communicated then or later reports. */
    public static Instant since(Instant now) {
        return now.minus(FRESH_FOR);
    }

    static boolean isFresh(@Nullable Instant lastCommunicationAt, Instant now) {
        return lastCommunicationAt != null && !lastCommunicationAt.isBefore(since(now));
    }
}
