package io.platen.identity.agent;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import org.axonframework.serialization.Revision;

/** What happened to an agent; stored, private. The secret is not among it. */
public sealed interface AgentEvent {

    @Revision("1")
    record AgentRegistered(AgentId agentId, AccountId accountId, String name) implements AgentEvent {}
}
