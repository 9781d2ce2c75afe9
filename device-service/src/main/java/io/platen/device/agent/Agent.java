package io.platen.device.agent;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.device.AgentState;
import io.platen.contracts.id.AgentId;
import io.platen.device.agent.AgentCommand.RecordHealth;
import io.platen.device.agent.AgentEvent.HealthReported;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A device agent, as it says of itself with every batch; only what changed is an event, and a sign of life now and then. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger")
class Agent {

    @AggregateIdentifier
    private @Nullable AgentId agentId;

    private @Nullable HealthReported last;

    Agent() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void on(RecordHealth command, AgentRules rules) {
        var state = stateOf(command);
        if (isWorthTelling(command, state, rules)) {
            apply(new HealthReported(
                    command.agentId(),
                    command.accountId(),
                    command.version(),
                    state,
                    command.startedAt(),
                    command.bufferedReports(),
                    command.droppedReports(),
                    command.printersFound(),
                    command.printersSilent(),
                    command.heardAt()));
        }
    }

    /** A lost memory counts from nothing again, which is no loss of reports. */
    private AgentState stateOf(RecordHealth command) {
        if (last != null && command.droppedReports() > last.droppedReports()) {
            return AgentState.DROPPING;
        }
        return command.bufferedReports() > 0 ? AgentState.BUFFERING : AgentState.OK;
    }

    private boolean isWorthTelling(RecordHealth command, AgentState state, AgentRules rules) {
        return last == null
                || state != last.state()
                || state == AgentState.DROPPING
                || !command.accountId().equals(last.accountId())
                || !command.version().equals(last.version())
                || !command.startedAt().equals(last.startedAt())
                || !command.heardAt().isBefore(last.heardAt().plus(rules.tellInterval()));
    }

    @EventSourcingHandler
    void on(AgentEvent event) {
        switch (event) {
            case HealthReported reported -> {
                agentId = reported.agentId();
                last = reported;
            }
        }
    }
}
