package io.platen.identity.user;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import java.time.Instant;
import java.util.Set;
import org.axonframework.serialization.Revision;

/** What happened to a user; stored, private. Passwords and their hashes are not among it. */
public sealed interface UserEvent {

    UserId userId();

    @Revision("1")
    record UserCreated(UserId userId, String email, String displayName, String language) implements UserEvent {}

    /** The functions beside the role's defaults; what is in effect follows from the permission matrix. */
    @Revision("1")
    record RoleAssigned(
            UserId userId, AccountId accountId, CustomerRole role, Set<Function> granted, Set<Function> revoked)
            implements UserEvent {}

    @Revision("1")
    record FunctionsChanged(
            UserId userId, AccountId accountId, CustomerRole role, Set<Function> granted, Set<Function> revoked)
            implements UserEvent {}

    @Revision("1")
    record StaffRoleAssigned(UserId userId, StaffRole role, Set<String> regions) implements UserEvent {}

    @Revision("1")
    record LanguageChanged(UserId userId, String language) implements UserEvent {}

    @Revision("1")
    record UserDeactivated(UserId userId) implements UserEvent {}

    @Revision("1")
    record UserSignedIn(UserId userId, Instant at) implements UserEvent {}

    @Revision("1")
    record UserSignedOut(UserId userId, Instant at) implements UserEvent {}

    @Revision("1")
    record SignInFailed(UserId userId, Instant at) implements UserEvent {}

    @Revision("1")
    record LoginLocked(UserId userId, Instant at) implements UserEvent {}
}
