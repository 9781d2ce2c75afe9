package io.platen.identity.agent;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.id.AgentId;
import io.platen.identity.agent.AgentCommand.RegisterAgent;
import io.platen.identity.agent.AgentEvent.AgentRegistered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A program on a customer's network that reports that customer's devices. */
@Aggregate
class Agent {

    @AggregateIdentifier
    private @Nullable AgentId agentId;

    Agent() {}

    @CommandHandler
    Agent(RegisterAgent command) {
        apply(new AgentRegistered(command.agentId(), command.accountId(), command.name()));
    }

    @EventSourcingHandler
    void on(AgentEvent event) {
        agentId = switch (event) {
            case AgentRegistered registered -> registered.agentId();
        };
    }
}
