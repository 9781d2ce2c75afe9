package io.platen.identity.directory;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.identity.account.AccountEvent;
import io.platen.identity.agent.AgentEvent;
import io.platen.identity.user.UserEvent;
import java.util.Collection;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the current state in the transaction of the event, because the next token is made of it. Every statement may be
 * repeated.
 */
@Component
@ProcessingGroup("directory")
class DirectoryProjection {

    private final JdbcClient jdbc;

    DirectoryProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(AccountEvent event) {
        switch (event) {
            case AccountEvent.AccountRegistered registered ->
                jdbc.sql("""
                        insert into account (id, customer_account_number, system_account_number, name, country, region)
                        values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                        .params(
                                registered.accountId().value(),
                                registered.customerAccountNumber(),
                                registered.systemAccountNumber(),
                                registered.name(),
                                registered.country(),
                                registered.region())
                        .update();
        }
    }

    @EventHandler
    void on(AgentEvent event) {
        switch (event) {
            case AgentEvent.AgentRegistered registered ->
                jdbc.sql("insert into agent (id, account_id, name) values (?, ?, ?) on conflict (id) do nothing")
                        .params(
                                registered.agentId().value(),
                                registered.accountId().value(),
                                registered.name())
                        .update();
        }
    }

    @EventHandler
    void on(UserEvent event) {
        switch (event) {
            case UserEvent.UserCreated created ->
                jdbc.sql("""
                        insert into person (id, email, name, language, active) values (?, ?, ?, ?, true)
                        on conflict (id) do nothing
                        """)
                        .params(created.userId().value(), created.email(), created.displayName(), created.language())
                        .update();
            case UserEvent.RoleAssigned assigned ->
                right(
                        assigned.userId(),
                        assigned.accountId(),
                        assigned.role().name(),
                        assigned.granted(),
                        assigned.revoked());
            case UserEvent.FunctionsChanged changed ->
                right(
                        changed.userId(),
                        changed.accountId(),
                        changed.role().name(),
                        changed.granted(),
                        changed.revoked());
            case UserEvent.StaffRoleAssigned assigned ->
                jdbc.sql("""
                        insert into person_staff (person_id, role, regions) values (?, ?, ?)
                        on conflict (person_id) do update set role = excluded.role, regions = excluded.regions
                        """)
                        .params(assigned.userId().value(), assigned.role().name(), names(assigned.regions()))
                        .update();
            case UserEvent.LanguageChanged changed ->
                jdbc.sql("update person set language = ? where id = ?")
                        .params(changed.language(), changed.userId().value())
                        .update();
            case UserEvent.UserDeactivated gone ->
                jdbc.sql("update person set active = false where id = ?")
                        .param(gone.userId().value())
                        .update();
            case UserEvent.UserSignedIn signedIn -> {}
            case UserEvent.UserSignedOut signedOut -> {}
            case UserEvent.SignInFailed failed -> {}
            case UserEvent.LoginLocked locked -> {}
        }
    }

    private void right(UserId user, AccountId account, String role, Set<Function> granted, Set<Function> revoked) {
        jdbc.sql("""
                insert into person_right (person_id, account_id, role, granted, revoked) values (?, ?, ?, ?, ?)
                on conflict (person_id, account_id)
                do update set role = excluded.role, granted = excluded.granted, revoked = excluded.revoked
                """)
                .params(user.value(), account.value(), role, names(granted), names(revoked))
                .update();
    }

    private static String[] names(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().toArray(String[]::new);
    }
}
