package io.platen.agent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the agent is doing.
 *
 * @param bufferedReports reports the platform does not have yet
 * @param droppedReports reports thrown away for lack of room since the data directory was new
 * @param mergedReports news that had to share a report for lack of room since the start
 * @param bufferTrouble why reports are not on the disk; empty when they are
 * @param platformTrouble why reports do not get through; empty when they do
 */
public record Health(
        String version,
        Instant startedAt,
        int bufferedReports,
        long droppedReports,
        long mergedReports,
        String bufferTrouble,
        @Nullable Instant lastDelivery,
        String platformTrouble,
        List<Printer> printers) {

    /**
     * How one printer is doing.
     *
     * @param lastAnswer when it last answered anything
     * @param silent whether it did not answer when it was last asked
     * @param faults what is wrong with it now; empty when all is well
     */
    public record Printer(
            String address,
            @Nullable String serialNumber,
            @Nullable String model,
            @Nullable Instant lastAnswer,
            boolean silent,
            List<String> faults) {}
}
