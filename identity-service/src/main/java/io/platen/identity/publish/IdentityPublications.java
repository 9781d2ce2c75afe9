package io.platen.identity.publish;

import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.AgentRegistered;
import io.platen.contracts.identity.LoginLocked;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.SignInFailed;
import io.platen.contracts.identity.StaffRoleAssigned;
import io.platen.contracts.identity.UserCreated;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.contracts.identity.UserFunctionsChanged;
import io.platen.contracts.identity.UserLanguageChanged;
import io.platen.contracts.identity.UserSignedIn;
import io.platen.contracts.identity.UserSignedOut;
import io.platen.identity.account.AccountEvent;
import io.platen.identity.agent.AgentEvent;
import io.platen.identity.user.UserEvent;
import io.platen.platform.publish.PublishedEventMapper;
import io.platen.platform.publish.StoredEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The only mapping from stored to published events. */
@Component
public class IdentityPublications implements PublishedEventMapper {

    @Override
    public List<PublishedEvent> publish(StoredEvent event) {
        return switch (event.payload()) {
            case AccountEvent account -> List.of(of(account));
            case AgentEvent agent -> List.of(of(agent));
            case UserEvent user -> of(user);
            default -> List.of();
        };
    }

    @Override
    public @Nullable AccountId account(StoredEvent event, PublishedEvent published) {
        return switch (published) {
            case AccountRegistered registered -> registered.accountId();
            case AgentRegistered registered -> registered.accountId();
            case RoleAssigned assigned -> assigned.accountId();
            case UserFunctionsChanged changed -> changed.accountId();
            default -> event.account();
        };
    }

    private static PublishedEvent of(AccountEvent event) {
        return switch (event) {
            case AccountEvent.AccountRegistered registered ->
                new AccountRegistered(
                        registered.accountId(),
                        registered.customerAccountNumber(),
                        registered.systemAccountNumber(),
                        registered.name(),
                        registered.country(),
                        registered.region());
        };
    }

    private static PublishedEvent of(AgentEvent event) {
        return switch (event) {
            case AgentEvent.AgentRegistered registered ->
                new AgentRegistered(registered.agentId(), registered.accountId(), registered.name());
        };
    }

    private static List<PublishedEvent> of(UserEvent event) {
        return switch (event) {
            case UserEvent.UserCreated created ->
                List.of(new UserCreated(created.userId(), created.email(), created.displayName(), created.language()));
            case UserEvent.RoleAssigned assigned ->
                List.of(new RoleAssigned(
                        assigned.userId(),
                        assigned.accountId(),
                        assigned.role(),
                        PermissionMatrix.effective(assigned.role(), assigned.granted(), assigned.revoked())));
            case UserEvent.FunctionsChanged changed ->
                List.of(new UserFunctionsChanged(
                        changed.userId(),
                        changed.accountId(),
                        changed.role(),
                        PermissionMatrix.effective(changed.role(), changed.granted(), changed.revoked())));
            case UserEvent.StaffRoleAssigned assigned ->
                List.of(new StaffRoleAssigned(assigned.userId(), assigned.role(), assigned.regions()));
            case UserEvent.LanguageChanged changed ->
                List.of(new UserLanguageChanged(changed.userId(), changed.language()));
            case UserEvent.UserDeactivated gone -> List.of(new UserDeactivated(gone.userId()));
            case UserEvent.UserSignedIn signedIn -> List.of(new UserSignedIn(signedIn.userId()));
            case UserEvent.UserSignedOut signedOut -> List.of(new UserSignedOut(signedOut.userId()));
            case UserEvent.SignInFailed failed -> List.of(new SignInFailed(failed.userId()));
            case UserEvent.LoginLocked locked -> List.of(new LoginLocked(locked.userId()));
        };
    }
}
