package io.platen.gateway.view;

import static io.platen.gateway.view.Statements.at;
import static io.platen.gateway.view.Statements.name;
import static io.platen.gateway.view.Statements.names;

import io.platen.contracts.device.AgentHealthReported;
import io.platen.contracts.device.CommunicationTestFailed;
import io.platen.contracts.device.CommunicationTestPassed;
import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAlertsReported;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceCommunicationLost;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceCoverageChanged;
import io.platen.contracts.device.DeviceEvent;
import io.platen.contracts.device.DeviceGroupChanged;
import io.platen.contracts.device.DeviceGroupCreated;
import io.platen.contracts.device.DeviceGroupDeleted;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceNoteChanged;
import io.platen.contracts.device.DeviceReconnectionRequired;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.device.DeviceRequestApproved;
import io.platen.contracts.device.DeviceRequestRejected;
import io.platen.contracts.device.DeviceRequested;
import io.platen.contracts.device.DeviceStateChanged;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.device.ModelRegistered;
import io.platen.contracts.device.RemoteEligibilityChanged;
import io.platen.contracts.device.SupplyLevelsReported;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.device.TonerReplaced;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.DeviceRequestId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Machines: where they stand, who looks after them, how they are, and what they report. */
@Component
class DeviceProjection {

    private final Statements rows;
    private final AgentProjection agents;

    DeviceProjection(Statements rows, AgentProjection agents) {
        this.rows = rows;
        this.agents = agents;
    }

    void on(DeviceEvent event, EventMetadata metadata) {
        switch (event) {
            case ModelRegistered model -> {
                // A device names its model itself.
            }
            case AgentHealthReported health -> agents.on(health);
            case DeviceAlertsReported alerts -> agents.on(alerts);
            case CommunicationTestPassed test -> {
                // It is told as a communication too.
            }
            case CommunicationTestFailed test -> {
                // It stands in the timeline.
            }
            case DeviceRegistered device -> register(device);
            case DeviceAddedToAccount added ->
                rows.run("""
                    insert into view_device (device_id, account_id) values (?, ?)
                    on conflict (device_id) do update set account_id = excluded.account_id
                    """, added.deviceId().value(), added.accountId().value());
            // An assignment is an aggregate of its own: it counts only while the device is on its account.
            case DeviceRemovedFromAccount removed ->
                rows.run(
                        "update view_device set account_id = null where device_id = ? and account_id = ?",
                        removed.deviceId().value(),
                        removed.accountId().value());
            case DeviceLocationChanged moved -> place(moved);
            case DeviceAssigned assigned ->
                rows.run(
                        """
                        insert into view_assignment (user_id, device_id, account_id) values (?, ?, ?)
                        on conflict (user_id, device_id) do update set account_id = excluded.account_id
                        """,
                        assigned.userId().value(),
                        assigned.deviceId().value(),
                        assigned.accountId().value());
            case DeviceUnassigned unassigned ->
                rows.run(
                        "delete from view_assignment where user_id = ? and device_id = ?",
                        unassigned.userId().value(),
                        unassigned.deviceId().value());
            case DeviceCommunicationReceived spoke -> communicated(spoke.deviceId(), spoke.observedAt());
            case CounterReported counted -> communicated(counted.deviceId(), counted.observedAt());
            case SupplyLevelsReported levels -> supply(levels);
            case TonerLow low ->
                rows.run("""
                    insert into view_low_toner (device_id, colour, percent, since) values (?, ?, ?, ?)
                    on conflict (device_id, colour) do update set percent = excluded.percent, since = excluded.since
                    """, low.deviceId().value(), low.colour().name(), low.percent(), at(low.observedAt()));
            case TonerReplaced replaced ->
                rows.run(
                        "delete from view_low_toner where device_id = ? and colour = ?",
                        replaced.deviceId().value(),
                        replaced.colour().name());
            case DeviceNoteChanged changed -> note(changed, metadata);
            case DeviceReconnectionRequired moved ->
                rows.run("""
                    insert into view_device (device_id, moved_at) values (?, ?)
                    on conflict (device_id) do update set moved_at = excluded.moved_at
                    """, moved.deviceId().value(), at(metadata.occurredAt()));
            case DeviceCommunicationLost lost -> {
                // When it was last heard says it as well.
            }
            case DeviceStateChanged changed -> state(changed, metadata);
            case RemoteEligibilityChanged changed ->
                rows.run("""
                    insert into view_device (device_id, eligible) values (?, ?)
                    on conflict (device_id) do update set eligible = excluded.eligible
                    """, changed.deviceId().value(), changed.eligible());
            case DeviceCoverageChanged covered -> cover(covered);
            case DeviceReplaced replaced -> replace(replaced);
            case DeviceRequested requested -> request(requested, metadata);
            case DeviceRequestApproved approved ->
                decide(approved.requestId(), "APPROVED", approved.reason(), metadata);
            case DeviceRequestRejected rejected ->
                decide(rejected.requestId(), "REJECTED", rejected.reason(), metadata);
            case DeviceGroupCreated created ->
                group(created.groupId(), created.accountId(), created.name(), created.devices());
            case DeviceGroupChanged changed ->
                group(changed.groupId(), changed.accountId(), changed.name(), changed.devices());
            case DeviceGroupDeleted deleted ->
                rows.run(
                        "delete from view_device_group where group_id = ?",
                        deleted.groupId().value());
        }
    }

    private void register(DeviceRegistered device) {
        rows.run(
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
    }

    private void place(DeviceLocationChanged moved) {
        var location = moved.location();
        rows.run(
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

    private void supply(SupplyLevelsReported levels) {
        communicated(levels.deviceId(), levels.observedAt());
        rows.run(
                "delete from view_supply where device_id = ? and not (index = any (?))",
                levels.deviceId().value(),
                levels.supplies().stream().map(supply -> supply.index()).toArray(Integer[]::new));
        for (var supply : levels.supplies()) {
            rows.run(
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

    private void communicated(DeviceId device, Instant when) {
        rows.run("""
            insert into view_device (device_id, last_communication) values (?, ?)
            on conflict (device_id) do update
            set last_communication = greatest(view_device.last_communication, excluded.last_communication)
            """, device.value(), at(when));
    }

    /** An empty note is kept as such: it says who took the text away. */
    private void note(DeviceNoteChanged changed, EventMetadata metadata) {
        var account = metadata.account();
        rows.run(
                """
                insert into view_note (device_id, note, account_id, text, actor, at) values (?, ?, ?, ?, ?, ?)
                on conflict (device_id, note) do update set account_id = excluded.account_id, text = excluded.text,
                    actor = excluded.actor, at = excluded.at
                """,
                changed.deviceId().value(),
                changed.note(),
                account == null ? null : account.value(),
                changed.text(),
                metadata.actor(),
                at(metadata.occurredAt()));
    }

    private void state(DeviceStateChanged changed, EventMetadata metadata) {
        var ticket = changed.ticket();
        rows.run("""
            insert into view_device (device_id, state, state_since) values (?, ?, ?)
            on conflict (device_id) do update set state = excluded.state, state_since = excluded.state_since
            """, changed.deviceId().value(), changed.state().name(), at(changed.since()));
        rows.run(
                """
                insert into view_device_state (device_id, since, sequence, state, ticket) values (?, ?, ?, ?, ?)
                on conflict (device_id, since) do update set sequence = excluded.sequence, state = excluded.state,
                    ticket = excluded.ticket
                """,
                changed.deviceId().value(),
                at(changed.since()),
                metadata.sequence(),
                changed.state().name(),
                ticket == null ? null : ticket.value());
    }

    private void cover(DeviceCoverageChanged covered) {
        rows.run(
                """
                insert into view_device
                    (device_id, coverage_contract, coverage_until, coverage_maintenance, coverage_supplies)
                values (?, ?, ?, ?, ?)
                on conflict (device_id) do update set coverage_contract = excluded.coverage_contract,
                    coverage_until = excluded.coverage_until, coverage_maintenance = excluded.coverage_maintenance,
                    coverage_supplies = excluded.coverage_supplies
                """,
                covered.deviceId().value(),
                covered.contractNumber(),
                covered.until(),
                covered.maintenance(),
                covered.supplies());
    }

    private void replace(DeviceReplaced replaced) {
        rows.run("""
            insert into view_device (device_id, replaced_by, replaced_on) values (?, ?, ?)
            on conflict (device_id) do update set replaced_by = excluded.replaced_by,
                replaced_on = excluded.replaced_on
            """, replaced.deviceId().value(), replaced.newDeviceId().value(), replaced.replacedOn());
        rows.run("""
            insert into view_device (device_id, replaces) values (?, ?)
            on conflict (device_id) do update set replaces = excluded.replaces
            """, replaced.newDeviceId().value(), replaced.deviceId().value());
    }

    /** From the beginning: what a rebuild that was stopped half-way left of it is gone. */
    private void request(DeviceRequested requested, EventMetadata metadata) {
        rows.run(
                "delete from view_device_request where request_id = ?",
                requested.requestId().value());
        rows.run(
                """
                insert into view_device_request (request_id, number, account_id, device_id, serial_number, requester_id,
                    comment, requested_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
                """,
                requested.requestId().value(),
                requested.number(),
                requested.accountId().value(),
                requested.deviceId().value(),
                requested.serialNumber(),
                requested.requester().value(),
                requested.comment(),
                at(metadata.occurredAt()));
    }

    private void decide(DeviceRequestId request, String state, @Nullable String reason, EventMetadata metadata) {
        rows.run(
                "update view_device_request set state = ?, reason = ?, decided_by = ?, decided_at = ?"
                        + " where request_id = ?",
                state,
                reason,
                metadata.actor(),
                at(metadata.occurredAt()),
                request.value());
    }

    private void group(DeviceGroupId group, AccountId account, String name, Collection<DeviceId> devices) {
        rows.run(
                """
                insert into view_device_group (group_id, account_id, name, devices) values (?, ?, ?, ?)
                on conflict (group_id) do update set account_id = excluded.account_id, name = excluded.name,
                    devices = excluded.devices
                """,
                group.value(),
                account.value(),
                name,
                devices.stream().map(DeviceId::value).sorted().toArray(UUID[]::new));
    }
}
