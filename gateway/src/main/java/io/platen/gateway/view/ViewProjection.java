package io.platen.gateway.view;

import static io.platen.gateway.view.Statements.at;

import io.platen.contracts.billing.BillingEvent;
import io.platen.contracts.device.DeviceEvent;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.AgentRegistered;
import io.platen.contracts.identity.IdentityEvent;
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
import io.platen.contracts.meter.MeterEvent;
import io.platen.contracts.supply.SupplyEvent;
import io.platen.contracts.ticket.TicketEvent;
import io.platen.platform.inbox.Received;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the view's rows out of the services' events. Each statement has the same effect when it runs again, and none
 * needs an event of another aggregate to have come before.
 */
@Component
class ViewProjection {

    private final JdbcClient jdbc;
    private final Statements rows;
    private final DeviceProjection devices;
    private final MeterProjection meters;
    private final TicketProjection tickets;
    private final SupplyProjection supplies;
    private final BillingProjection billing;

    ViewProjection(
            JdbcClient jdbc,
            Statements rows,
            DeviceProjection devices,
            MeterProjection meters,
            TicketProjection tickets,
            SupplyProjection supplies,
            BillingProjection billing) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.devices = devices;
        this.meters = meters;
        this.tickets = tickets;
        this.supplies = supplies;
        this.billing = billing;
    }

    /** @return without those of which the view already knows something newer */
    List<Received> advance(List<Received> received) {
        Map<Aggregate, Long> ahead = new HashMap<>();
        for (var event : received) {
            ahead.merge(Aggregate.of(event), event.metadata().sequence(), Math::max);
        }
        Map<Aggregate, Long> known = new HashMap<>();
        jdbc.sql("""
                        insert into view_progress (source, aggregate_id, sequence)
                        select source, id, sequence from unnest(?, ?, ?) as event (source, id, sequence) order by source, id
                        on conflict (source, aggregate_id) do update
                            set sequence = greatest(view_progress.sequence, excluded.sequence)
                        returning source, aggregate_id, old.sequence
                        """)
                .param(ahead.keySet().stream().map(Aggregate::source).toArray(String[]::new))
                .param(ahead.keySet().stream().map(Aggregate::id).toArray(String[]::new))
                .param(ahead.values().toArray(Long[]::new))
                .query((row, number) -> known.put(new Aggregate(row.getString(1), row.getString(2)), row.getLong(3)))
                .list();
        return received.stream()
                .filter(event -> {
                    var sequence = event.metadata().sequence();
                    return known.merge(Aggregate.of(event), sequence, Math::max) == sequence;
                })
                .toList();
    }

    void apply(PublishedEvent event, EventMetadata metadata) {
        switch (event) {
            case IdentityEvent identity -> on(identity, metadata);
            case DeviceEvent device -> devices.on(device, metadata);
            case MeterEvent meter -> meters.on(meter, metadata);
            case TicketEvent ticket -> tickets.on(ticket, metadata);
            case SupplyEvent supply -> supplies.on(supply, metadata);
            case BillingEvent bill -> billing.on(bill);
            default -> {
                // Told by a service whose part of the view comes later.
            }
        }
    }

    private void on(IdentityEvent event, EventMetadata metadata) {
        switch (event) {
            case AccountRegistered account ->
                run(
                        """
                        insert into view_account
                            (account_id, customer_account_number, system_account_number, name, country, region)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (account_id) do update set
                            customer_account_number = excluded.customer_account_number,
                            system_account_number = excluded.system_account_number,
                            name = excluded.name, country = excluded.country, region = excluded.region
                        """,
                        account.accountId().value(),
                        account.customerAccountNumber(),
                        account.systemAccountNumber(),
                        account.name(),
                        account.country(),
                        account.region());
            case AgentRegistered agent ->
                run("""
                        insert into view_agent (agent_id, account_id, name) values (?, ?, ?)
                        on conflict (agent_id) do update set account_id = excluded.account_id, name = excluded.name
                        """, agent.agentId().value(), agent.accountId().value(), agent.name());
            case UserCreated user -> run("""
                        insert into view_user (user_id, email, name, language) values (?, ?, ?, ?)
                        on conflict (user_id) do update set
                            email = excluded.email, name = excluded.name, language = excluded.language
                        """, user.userId().value(), user.email(), user.displayName(), user.language());
            case UserLanguageChanged changed -> run("""
                        insert into view_user (user_id, language) values (?, ?)
                        on conflict (user_id) do update set language = excluded.language
                        """, changed.userId().value(), changed.language());
            case UserDeactivated gone -> run("""
                        insert into view_user (user_id, active, rights_changed_at) values (?, false, ?)
                        on conflict (user_id) do update set active = false, rights_changed_at = excluded.rights_changed_at
                        """, gone.userId().value(), at(metadata.occurredAt()));
            case RoleAssigned assigned -> {
                grant(
                        assigned.userId().value(),
                        assigned.accountId().value(),
                        assigned.role().name(),
                        assigned.functions());
                rightsChanged(assigned.userId().value(), metadata);
            }
            case UserFunctionsChanged changed -> {
                grant(
                        changed.userId().value(),
                        changed.accountId().value(),
                        changed.role().name(),
                        changed.functions());
                rightsChanged(changed.userId().value(), metadata);
            }
            // Tokens of before are refused.
            case UserSignedOut gone -> rightsChanged(gone.userId().value(), metadata);
            case UserSignedIn signedIn -> {}
            case SignInFailed failed -> {}
            case LoginLocked locked -> {}
            case StaffRoleAssigned staff ->
                run(
                        """
                        insert into view_user (user_id, staff_role, staff_regions, rights_changed_at) values (?, ?, ?, ?)
                        on conflict (user_id) do update set staff_role = excluded.staff_role,
                            staff_regions = excluded.staff_regions, rights_changed_at = excluded.rights_changed_at
                        """,
                        staff.userId().value(),
                        staff.role().name(),
                        staff.regions().stream().sorted().toArray(String[]::new),
                        at(metadata.occurredAt()));
        }
    }

    private void grant(UUID user, UUID account, String role, Set<? extends Enum<?>> functions) {
        run(
                """
                insert into view_grant (user_id, account_id, role, functions) values (?, ?, ?, ?)
                on conflict (user_id, account_id) do update set role = excluded.role, functions = excluded.functions
                """,
                user,
                account,
                role,
                functions.stream().map(Enum::name).sorted().toArray(String[]::new));
    }

    private void rightsChanged(UUID user, EventMetadata metadata) {
        run("""
                insert into view_user (user_id, rights_changed_at) values (?, ?)
                on conflict (user_id) do update set rights_changed_at = excluded.rights_changed_at
                """, user, at(metadata.occurredAt()));
    }

    private void run(String sql, @Nullable Object... params) {
        rows.run(sql, params);
    }
}
