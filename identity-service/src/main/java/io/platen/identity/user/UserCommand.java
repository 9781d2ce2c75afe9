package io.platen.identity.user;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a user. */
public sealed interface UserCommand {

    UserId userId();

    /**
     * A role on a customer account with single functions more or less than its defaults.
     *
     * @param byWebAdministrator whether the one who gives it may give what only the web administrator gives (D-03)
     */
    record CustomerRights(
            AccountId accountId,
            CustomerRole role,
            Set<Function> granted,
            Set<Function> revoked,
            boolean byWebAdministrator) {}

    /** No region means all. */
    record StaffRights(StaffRole role, Set<String> regions) {}

    /** Either with rights on an account or as staff. */
    record CreateUser(
            @TargetAggregateIdentifier UserId userId,
            String email,
            String displayName,
            String language,
            @Nullable CustomerRights customer,
            @Nullable StaffRights staff)
            implements UserCommand {}

    /** One role per account: it replaces the one before, and single functions begin anew. */
    record AssignRole(@TargetAggregateIdentifier UserId userId, AccountId accountId, CustomerRole role)
            implements UserCommand {}

    /** Replaces what was granted and revoked before. */
    record ChangeFunctions(
            @TargetAggregateIdentifier UserId userId,
            AccountId accountId,
            Set<Function> granted,
            Set<Function> revoked,
            boolean byWebAdministrator)
            implements UserCommand {}

    record ChangeLanguage(@TargetAggregateIdentifier UserId userId, String language) implements UserCommand {}

    record DeactivateUser(@TargetAggregateIdentifier UserId userId) implements UserCommand {}

    record RecordSignIn(@TargetAggregateIdentifier UserId userId, SignInOutcome outcome, Instant at)
            implements UserCommand {}

    record RecordSignOut(@TargetAggregateIdentifier UserId userId, Instant at) implements UserCommand {}

    /** How an attempt to sign in ended. */
    enum SignInOutcome {
        SIGNED_IN,
        FAILED,
        LOCKED
    }
}
