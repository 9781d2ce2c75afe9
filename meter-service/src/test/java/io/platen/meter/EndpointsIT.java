package io.platen.meter;

import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.ticket.EngineerDispatched;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.platform.testing.EndpointMatrix;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what, for devices in every scope. */
@PlatenIT
class EndpointsIT extends EndpointMatrix {

    private final DeviceId assigned = DeviceId.random();
    private final DeviceId ofTheAccount = DeviceId.random();
    private final DeviceId foreign = DeviceId.random();

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void devices() {
        var other = AccountId.random();
        events.publish(new AccountRegistered(account(), "C-1", "S-1", "Acme", "NL", "NL"), account(), 0);
        events.publish(new AccountRegistered(other, "C-2", "S-2", "Other", "PT", "PT"), other, 0);
        device(assigned, account());
        device(ofTheAccount, account());
        device(foreign, other);
        var sequence = 2;
        for (var role : CustomerRole.values()) {
            events.publish(new DeviceAssigned(assigned, account(), user(role)), assigned, sequence++);
        }
        var ticket = TicketReference.of(ThreadLocalRandom.current().nextLong(100_000, 9_000_000_000L));
        var now = Instant.parse("2026-11-22T12:00:00Z");
        events.publish(
                new TicketOpened(
                        ticket,
                        account(),
                        "NL",
                        TicketKind.INCIDENT,
                        "Jam",
                        "Paper jam",
                        "PAPER",
                        assigned,
                        user(CustomerRole.ADMINISTRATOR),
                        TicketChannel.PORTAL,
                        now),
                ticket,
                0);
        events.publish(
                new EngineerDispatched(
                        ticket, TestTokens.staffUser(StaffRole.SERVICE_ENGINEER), now, now.plusSeconds(7200)),
                ticket,
                1);
        var people = CustomerRole.values().length;
        await().atMost(Duration.ofSeconds(30)).until(() -> known(people(), other));
        cases("MX-1", assigned);
        cases("MX-2", ofTheAccount);
        cases("MX-3", foreign);
    }

    private void device(DeviceId device, AccountId owner) {
        events.publish(
                new DeviceRegistered(
                        device,
                        ModelId.random(),
                        "Brother",
                        "HL-L8260CDW",
                        "SN-" + device,
                        null,
                        List.of(Counter.TOTAL),
                        List.of(),
                        null),
                device,
                0);
        events.publish(new DeviceAddedToAccount(device, owner), device, 1);
    }

    private void cases(String number, DeviceId device) {
        jdbc.sql("insert into meter_correction values (?, gen_random_uuid(), ?, gen_random_uuid(), 'OPEN')")
                .param(number)
                .param(device.value())
                .update();
        jdbc.sql("insert into meter_investigation values (?, gen_random_uuid(), ?, 'CUSTOMER_REFUSED', true)")
                .param(number)
                .param(device.value())
                .update();
    }

    private static int people() {
        return CustomerRole.values().length;
    }

    @Override
    protected Map<String, Map<String, String>> scopes() {
        return Map.of(
                "assigned", Map.of("id", assigned.toString(), "number", "MX-1"),
                "account", Map.of("id", ofTheAccount.toString(), "number", "MX-2"),
                "foreign", Map.of("id", foreign.toString(), "number", "MX-3"),
                "unknown", Map.of());
    }

    /** Other tests of this run may have told of other devices on the same broker. */
    private boolean known(int people, AccountId other) {
        return jdbc.sql("""
                        select (select count(*) from access_device where device_id in (:devices)) = 3
                           and (select count(*) from access_account where account_id in (:accounts)) = 2
                           and (select count(*) from domain_event where aggregate_id in (:registers)) = 3
                           and (select count(*) from access_assignment where device_id = :assigned) = :people
                           and exists (select from access_ticket where device_id = :assigned and engineer is not null)
                        """)
                .param("devices", List.of(assigned.value(), ofTheAccount.value(), foreign.value()))
                .param("registers", List.of(assigned.toString(), ofTheAccount.toString(), foreign.toString()))
                .param("accounts", List.of(account().value(), other.value()))
                .param("assigned", assigned.value())
                .param("people", people)
                .query(Boolean.class)
                .single();
    }
}
