package io.platen.supply;

import static org.awaitility.Awaitility.await;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.ModelRegistered;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.device.TonerReplaced;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.supply.AutoTonerOrderPlaced;
import io.platen.contracts.supply.AutoTonerShipmentSkipped;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.platform.testing.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What identity and device-service would have told of a customer's device. */
final class SupplyScenario {

    static final String LABEL = """
            {"attention":"2nd floor, Anna","street":"Kanaalstraat 12","postalCode":"5611 AA","city":"Eindhoven",
             "country":"NL","contact":{"firstName":"Anna","lastName":"Jansen","phone":"+31 40 123 45 67"}}""";

    private final Events events;
    private final JdbcClient jdbc;
    private final AtomicLong sequence = new AtomicLong();

    SupplyScenario(Events events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    void account(AccountId account, String region) {
        events.publish(
                new AccountRegistered(account, "C-" + account, "S-" + account, "Van Dijk Logistiek", region, region),
                account,
                0,
                account);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("""
                        select exists (select from access_account where account_id = :account)
                           and exists (select from customer_account where account_id = :account)
                        """)
                        .param("account", account.value())
                        .query(Boolean.class)
                        .single());
    }

    DeviceId device(AccountId account, boolean autoTonerCapable, UserId... people) {
        var model = ModelId.random();
        var device = DeviceId.random();
        events.publish(
                new ModelRegistered(
                        model,
                        "Corvane",
                        "7035c",
                        List.of(Counter.TOTAL),
                        List.of(TonerColour.values()),
                        autoTonerCapable,
                        null),
                model,
                0);
        events.publish(
                new DeviceRegistered(
                        device,
                        model,
                        "Corvane",
                        "7035c",
                        "SN-" + device,
                        null,
                        List.of(Counter.TOTAL),
                        List.of(TonerColour.values()),
                        null),
                device,
                0);
        events.publish(new DeviceAddedToAccount(device, account), device, 1, account);
        for (var person : people) {
            events.publish(new DeviceAssigned(device, account, person), device, sequence.incrementAndGet(), account);
        }
        awaitState(device, autoTonerCapable ? AutoTonerState.NOT_ENABLED : AutoTonerState.NOT_ELIGIBLE);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("""
                        select exists (select from access_device where device_id = :device and account_id = :account)
                           and exists (select from domain_event
                                       where aggregate_id = :text and type = 'AccountChanged')
                           and (select count(*) from access_assignment where device_id = :device) = :people
                        """)
                        .param("device", device.value())
                        .param("text", device.toString())
                        .param("account", account.value())
                        .param("people", people.length)
                        .query(Boolean.class)
                        .single());
        return device;
    }

    void communicates(DeviceId device, Instant at) {
        events.publish(new DeviceCommunicationReceived(device, AgentId.random(), at), device, 2);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("""
                        select exists (select from toner_device where device_id = :device
                                       and last_communication_at is not null)
                        """)
                        .param("device", device.value())
                        .query(Boolean.class)
                        .single());
    }

    void runsLow(DeviceId device, TonerColour colour, Instant at) {
        events.publish(new TonerLow(device, colour, 5, at), device, 3);
    }

    void isReplaced(DeviceId device, TonerColour colour, Instant at) {
        events.publish(new TonerReplaced(device, colour, at), device, 4);
    }

    void awaitState(DeviceId device, AutoTonerState state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql(
                                "select exists (select from toner_device where device_id = :device and state = :state)")
                        .param("device", device.value())
                        .param("state", state.name())
                        .query(Boolean.class)
                        .single());
    }

    /** How many events of a sort are stored of the device's enrolment. */
    long stored(DeviceId device, String type) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ? and type = ?")
                .param(device.toString())
                .param(type)
                .query(Long.class)
                .single();
    }

    void awaitStored(DeviceId device, String type, long number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> stored(device, type) == number);
    }

    AutoTonerOrderPlaced awaitOrder(DeviceId device, int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> orders(device).size() >= number);
        return orders(device).get(number - 1);
    }

    List<AutoTonerOrderPlaced> orders(DeviceId device) {
        return events.all(Topic.SUPPLY).stream()
                .filter(received -> received.event() instanceof AutoTonerOrderPlaced order
                        && order.deviceId().equals(device))
                .map(received -> (AutoTonerOrderPlaced) received.event())
                .sorted(java.util.Comparator.comparing(AutoTonerOrderPlaced::orderNumber))
                .toList();
    }

    List<AutoTonerShipmentSkipped> skips(DeviceId device) {
        return events.all(Topic.SUPPLY).stream()
                .filter(received -> received.event() instanceof AutoTonerShipmentSkipped skip
                        && skip.deviceId().equals(device))
                .map(received -> (AutoTonerShipmentSkipped) received.event())
                .toList();
    }
}
