package io.platen.device.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agent's times are by the platform's clock. Machines in offices are off by a minute or, with an empty battery,
 * by decades; a report is not lost for that.
 *
 * @param ahead how far the platform's clock is before the agent's
 */
record AgentClock(Instant now, Duration ahead) {

    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

    /** Less is the time that a report takes on its way, and what clocks in offices are off. */
    private static final Duration TOLERATED = Duration.ofMinutes(2);

    /** @param sentAt what the agent's clock said when it sent; absent where it does not tell */
    static AgentClock of(@Nullable Instant sentAt, Instant now) {
        var ahead = sentAt == null ? Duration.ZERO : Duration.between(sentAt, now);
        return new AgentClock(now, ahead.abs().compareTo(TOLERATED) <= 0 ? Duration.ZERO : ahead);
    }

    /** What lies in the future, by more than clocks in offices are off, was observed at the latest now. */
    Instant platformTime(@Nullable Instant observedAt) throws InvalidReport {
        if (observedAt == null) {
            throw new InvalidReport("observedAt is missing");
        }
        var at = corrected(observedAt);
        if (at.isBefore(EARLIEST)) {
            throw new InvalidReport("observedAt lies too far back");
        }
        return at.isAfter(now.plus(TOLERATED)) ? now : at;
    }

    private Instant corrected(Instant observedAt) throws InvalidReport {
        try {
            return observedAt.plus(ahead);
        } catch (ArithmeticException | java.time.DateTimeException e) {
            throw new InvalidReport("observedAt is no time");
        }
    }
}
