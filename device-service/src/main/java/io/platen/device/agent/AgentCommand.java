package io.platen.device.agent;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of an agent's record. */
public sealed interface AgentCommand {

    /**
     * An agent said how it is.
     *
     * @param bufferedReports what waits behind the reports that came with it
     * @param droppedReports thrown away for lack of room since its memory began
     * @param heardAt by the platform's clock
     */
    record RecordHealth(
            @TargetAggregateIdentifier AgentId agentId,
            AccountId accountId,
            String version,
            Instant startedAt,
            int bufferedReports,
            long droppedReports,
            int printersFound,
            int printersSilent,
            Instant heardAt)
            implements AgentCommand {}
}
