package io.platen.contracts.identity;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import java.util.Set;

/** The functions in effect of a user on an account, after a grant or a revocation. */
public record UserFunctionsChanged(UserId userId, AccountId accountId, CustomerRole role, Set<Function> functions)
        implements IdentityEvent {}
