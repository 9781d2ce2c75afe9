package io.platen.device.machine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an agent's report, and how far the device has come with that agent.
 *
 * @param accepted false where its number, or a later one of the same agent, has been seen
 * @param lastSequence the highest number of that agent
 * @param toldAt when a communication was last told to others
 * @param countersAt when counters last went on
 */
public record ReportOutcome(
        boolean accepted,
        long lastSequence,
        @Nullable Instant toldAt,
        @Nullable Instant countersAt) {}
