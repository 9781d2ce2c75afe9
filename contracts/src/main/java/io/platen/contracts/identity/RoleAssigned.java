package io.platen.contracts.identity;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import java.util.Set;

/** The one role of a user on an account, with the functions that are in effect. */
public record RoleAssigned(UserId userId, AccountId accountId, CustomerRole role, Set<Function> functions)
        implements IdentityEvent {}
