package io.platen.device.agent;

import io.platen.contracts.device.AgentState;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to an agent; stored. */
public sealed interface AgentEvent {

    @Revision("1")
    record HealthReported(
            AgentId agentId,
            AccountId accountId,
            String version,
            AgentState state,
            Instant startedAt,
            int bufferedReports,
            long droppedReports,
            int printersFound,
            int printersSilent,
            Instant heardAt)
            implements AgentEvent {}
}
