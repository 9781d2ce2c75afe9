package io.platen.contracts.identity;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;

/** A device agent may report devices of the account. */
public record AgentRegistered(AgentId agentId, AccountId accountId, String name) implements IdentityEvent {}
