package io.platen.gateway.view;

import static io.platen.gateway.view.Statements.at;
import static io.platen.gateway.view.Statements.name;

import io.platen.contracts.billing.BillingEvent;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceEvent;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.device.ModelRegistered;
import io.platen.contracts.device.SupplyLevelsReported;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.device.TonerReplaced;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.DeviceId;
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
import io.platen.contracts.meter.MeterReadRejected;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.supply.SupplyEvent;
import io.platen.contracts.ticket.TicketEvent;
import java.time.Instant;
import java.util.Collection;
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
    private final TicketProjection tickets;
    private final SupplyProjection supplies;
    private final BillingProjection billing;

    ViewProjection(
            JdbcClient jdbc,
            Statements rows,
            TicketProjection tickets,
            SupplyProjection supplies,
            BillingProjection billing) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.tickets = tickets;
        this.supplies = supplies;
        this.billing = billing;
    }

    /** @return false where the view already knows something newer of the aggregate */
    boolean advance(Topic source, EventMetadata metadata) {
        return jdbc.sql("""
                                insert into view_progress (source, aggregate_id, sequence) values (?, ?, ?)
                                on conflict (source, aggregate_id) do update set sequence = excluded.sequence
                                where view_progress.sequence <= excluded.sequence
                                """)
                        .params(source.lowerCase(), metadata.aggregateId(), metadata.sequence())
                        .update()
                > 0;
    }

    void apply(PublishedEvent event, EventMetadata metadata) {
        switch (event) {
            case IdentityEvent identity -> on(identity, metadata);
            case DeviceEvent device -> on(device);
            case MeterEvent meter -> on(meter, metadata);
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

    private void on(DeviceEvent event) {
        switch (event) {
            case ModelRegistered model -> {
                // A device names its model itself.
            }
            case DeviceRegistered device ->
                run(
                        """
                        insert into view_device (device_id, serial_number, equipment_number, manufacturer, model, counters,
                            toner_colours, rated_monthly_pages) values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (device_id) do update set serial_number = excluded.serial_number,
                            equipment_number = excluded.equipment_number, manufacturer = excluded.manufacturer,
                            model = excluded.model, counters = excluded.counters, toner_colours = excluded.toner_colours,
                            rated_monthly_pages = excluded.rated_monthly_pages
                        """,
                        device.deviceId().value(),
                        device.serialNumber(),
                        device.equipmentNumber(),
                        device.manufacturer(),
                        device.model(),
                        names(device.counters()),
                        names(device.tonerColours()),
                        device.ratedMonthlyPages());
            case DeviceAddedToAccount added ->
                run("""
                        insert into view_device (device_id, account_id) values (?, ?)
                        on conflict (device_id) do update set account_id = excluded.account_id
                        """, added.deviceId().value(), added.accountId().value());
            // An assignment is an aggregate of its own: it counts only while the device is on its account.
            case DeviceRemovedFromAccount removed ->
                run(
                        "update view_device set account_id = null where device_id = ? and account_id = ?",
                        removed.deviceId().value(),
                        removed.accountId().value());
            case DeviceLocationChanged moved -> {
                var location = moved.location();
                run(
                        """
                        insert into view_device (device_id, site, street, postal_code, city, country, room, time_zone)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (device_id) do update set site = excluded.site, street = excluded.street,
                            postal_code = excluded.postal_code, city = excluded.city, country = excluded.country,
                            room = excluded.room, time_zone = excluded.time_zone
                        """,
                        moved.deviceId().value(),
                        location.site(),
                        location.street(),
                        location.postalCode(),
                        location.city(),
                        location.country(),
                        location.room(),
                        location.timeZone().getId());
            }
            case DeviceAssigned assigned ->
                run(
                        """
                        insert into view_assignment (user_id, device_id, account_id) values (?, ?, ?)
                        on conflict (user_id, device_id) do update set account_id = excluded.account_id
                        """,
                        assigned.userId().value(),
                        assigned.deviceId().value(),
                        assigned.accountId().value());
            case DeviceUnassigned unassigned ->
                run(
                        "delete from view_assignment where user_id = ? and device_id = ?",
                        unassigned.userId().value(),
                        unassigned.deviceId().value());
            case DeviceCommunicationReceived spoke -> communicated(spoke.deviceId(), spoke.observedAt());
            case CounterReported counted -> communicated(counted.deviceId(), counted.observedAt());
            case SupplyLevelsReported levels -> {
                communicated(levels.deviceId(), levels.observedAt());
                run(
                        "delete from view_supply where device_id = ? and not (index = any (?))",
                        levels.deviceId().value(),
                        levels.supplies().stream().map(supply -> supply.index()).toArray(Integer[]::new));
                for (var supply : levels.supplies()) {
                    run(
                            """
                            insert into view_supply
                                (device_id, index, kind, colour, description, state, percent, observed_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (device_id, index) do update set kind = excluded.kind, colour = excluded.colour,
                                description = excluded.description, state = excluded.state, percent = excluded.percent,
                                observed_at = excluded.observed_at
                            """,
                            levels.deviceId().value(),
                            supply.index(),
                            supply.kind().name(),
                            name(supply.colour()),
                            supply.description(),
                            supply.state().name(),
                            supply.percent(),
                            at(levels.observedAt()));
                }
            }
            case TonerLow low ->
                run("""
                        insert into view_low_toner (device_id, colour, percent, since) values (?, ?, ?, ?)
                        on conflict (device_id, colour) do update set percent = excluded.percent, since = excluded.since
                        """, low.deviceId().value(), low.colour().name(), low.percent(), at(low.observedAt()));
            case TonerReplaced replaced ->
                run(
                        "delete from view_low_toner where device_id = ? and colour = ?",
                        replaced.deviceId().value(),
                        replaced.colour().name());
        }
    }

    private void communicated(DeviceId device, Instant when) {
        run("""
                insert into view_device (device_id, last_communication) values (?, ?)
                on conflict (device_id) do update
                set last_communication = greatest(view_device.last_communication, excluded.last_communication)
                """, device.value(), at(when));
    }

    private void on(MeterEvent event, EventMetadata metadata) {
        switch (event) {
            case MeterReadRejected rejected -> {
                // Stands in the timeline; the history has accepted reads only.
            }
            case MeterReadSubmitted read -> {
                run(
                        """
                        insert into view_read (read_id, device_id, read_on, sequence, total, black_white, colour, source,
                            actor, confirmed, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (read_id) do nothing
                        """,
                        read.readId().value(),
                        read.deviceId().value(),
                        read.readOn(),
                        metadata.sequence(),
                        read.counters().get(Counter.TOTAL),
                        read.counters().get(Counter.BLACK_WHITE),
                        read.counters().get(Counter.COLOUR),
                        read.source().name(),
                        metadata.actor(),
                        read.confirmed(),
                        at(read.recordedAt()));
                var replaced = read.replaces();
                if (replaced != null) {
                    run("update view_read set superseded = true where read_id = ?", replaced.value());
                }
            }
        }
    }

    private void run(String sql, @Nullable Object... params) {
        rows.run(sql, params);
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }
}
