package io.platen.gateway.read;

import io.platen.gateway.read.Shapes.AccountRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Device agents as people read them. */
public final class AgentShapes {

    private AgentShapes() {}

    /**
     * @param state OK, BUFFERING or DROPPING; absent, as all that the agent says of itself, before it was first heard
     * @param silent not heard for more than an hour, or never
     */
    public record Agent(
            UUID id,
            String name,
            AccountRef account,
            @Nullable String version,
            @Nullable String state,
            @Nullable Instant startedAt,
            @Nullable Instant lastHeard,
            boolean silent,
            int bufferedReports,
            long droppedReports,
            int printersFound,
            int printersSilent) {}

    public record AgentPage(List<Agent> items, int page, int size, long total, Instant asOf, String position) {}
}
