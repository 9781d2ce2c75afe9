package io.platen.identity.agent;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an agent. */
public sealed interface AgentCommand {

    record RegisterAgent(@TargetAggregateIdentifier AgentId agentId, AccountId accountId, String name)
            implements AgentCommand {}
}
