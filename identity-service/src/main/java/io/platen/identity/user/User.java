package io.platen.identity.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.id.UserId;
import io.platen.identity.IdentityProblem;
import io.platen.identity.user.UserCommand.AssignRole;
import io.platen.identity.user.UserCommand.ChangeFunctions;
import io.platen.identity.user.UserCommand.ChangeLanguage;
import io.platen.identity.user.UserCommand.CreateUser;
import io.platen.identity.user.UserCommand.DeactivateUser;
import io.platen.identity.user.UserCommand.RecordSignIn;
import io.platen.identity.user.UserCommand.RecordSignOut;
import io.platen.identity.user.UserEvent.FunctionsChanged;
import io.platen.identity.user.UserEvent.LanguageChanged;
import io.platen.identity.user.UserEvent.LoginLocked;
import io.platen.identity.user.UserEvent.RoleAssigned;
import io.platen.identity.user.UserEvent.SignInFailed;
import io.platen.identity.user.UserEvent.StaffRoleAssigned;
import io.platen.identity.user.UserEvent.UserCreated;
import io.platen.identity.user.UserEvent.UserDeactivated;
import io.platen.identity.user.UserEvent.UserSignedIn;
import io.platen.identity.user.UserEvent.UserSignedOut;
import io.platen.platform.problem.Rejected;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A person: one role per account (D-01), or staff; functions never above the ceiling of the role. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger")
class User {

    record Rights(CustomerRole role, Set<Function> granted, Set<Function> revoked) {}

    @AggregateIdentifier
    private @Nullable UserId userId;

    private final Map<String, Rights> rights = new HashMap<>(); // by account
    private boolean staff;
    private boolean deactivated;
    private String language = "";

    User() {}

    @CommandHandler
    User(CreateUser command) {
        var customer = command.customer();
        var staffRights = command.staff();
        if ((customer == null) == (staffRights == null)) {
            throw Rejected.of(IdentityProblem.CUSTOMER_OR_STAFF);
        }
        Language.checked(command.language());
        if (customer != null) {
            Ceiling.check(customer.role(), Set.of(), customer.granted(), customer.byWebAdministrator());
        }
        apply(new UserCreated(command.userId(), command.email(), command.displayName(), command.language()));
        if (customer != null) {
            apply(new RoleAssigned(
                    command.userId(), customer.accountId(), customer.role(), customer.granted(), customer.revoked()));
        }
        if (staffRights != null) {
            apply(new StaffRoleAssigned(command.userId(), staffRights.role(), staffRights.regions()));
        }
    }

    @CommandHandler
    void handle(AssignRole command) {
        refuseIfDeactivated();
        if (staff) {
            throw Rejected.of(IdentityProblem.CUSTOMER_OR_STAFF);
        }
        var now = new Rights(command.role(), Set.of(), Set.of());
        if (!now.equals(rights.get(command.accountId().toString()))) {
            apply(new RoleAssigned(command.userId(), command.accountId(), command.role(), Set.of(), Set.of()));
        }
    }

    @CommandHandler
    void handle(ChangeFunctions command) {
        refuseIfDeactivated();
        var before = rights.get(command.accountId().toString());
        if (before == null) {
            throw Rejected.of(IdentityProblem.ROLE_MISSING);
        }
        Ceiling.check(before.role(), before.granted(), command.granted(), command.byWebAdministrator());
        if (!new Rights(before.role(), command.granted(), command.revoked()).equals(before)) {
            apply(new FunctionsChanged(
                    command.userId(), command.accountId(), before.role(), command.granted(), command.revoked()));
        }
    }

    @CommandHandler
    void handle(ChangeLanguage command) {
        refuseIfDeactivated();
        if (!language.equals(Language.checked(command.language()))) {
            apply(new LanguageChanged(command.userId(), command.language()));
        }
    }

    @CommandHandler
    void handle(DeactivateUser command) {
        if (!deactivated) {
            apply(new UserDeactivated(command.userId()));
        }
    }

    @CommandHandler
    void handle(RecordSignIn command) {
        apply(
                switch (command.outcome()) {
                    case SIGNED_IN -> new UserSignedIn(command.userId(), command.at());
                    case FAILED -> new SignInFailed(command.userId(), command.at());
                    case LOCKED -> new LoginLocked(command.userId(), command.at());
                });
    }

    @CommandHandler
    void handle(RecordSignOut command) {
        apply(new UserSignedOut(command.userId(), command.at()));
    }

    private void refuseIfDeactivated() {
        if (deactivated) {
            throw Rejected.of(IdentityProblem.USER_DEACTIVATED);
        }
    }

    @EventSourcingHandler
    void on(UserEvent event) {
        switch (event) {
            case UserCreated created -> {
                userId = created.userId();
                language = created.language();
            }
            case RoleAssigned assigned ->
                rights.put(
                        assigned.accountId().toString(),
                        new Rights(assigned.role(), assigned.granted(), assigned.revoked()));
            case FunctionsChanged changed ->
                rights.put(
                        changed.accountId().toString(),
                        new Rights(changed.role(), changed.granted(), changed.revoked()));
            case StaffRoleAssigned assigned -> staff = true;
            case LanguageChanged changed -> language = changed.language();
            case UserDeactivated gone -> deactivated = true;
            case UserSignedIn signedIn -> {}
            case UserSignedOut signedOut -> {}
            case SignInFailed failed -> {}
            case LoginLocked locked -> {}
        }
    }
}
