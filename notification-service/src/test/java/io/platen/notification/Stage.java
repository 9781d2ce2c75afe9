package io.platen.notification;

import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.UserCreated;
import io.platen.contracts.supply.AutoTonerOrderPlaced;
import io.platen.contracts.supply.ShippingLabel;
import io.platen.contracts.supply.SupplyOrderPlaced;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.platform.testing.Events;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account with people and a device, as the other services tell of them. */
final class Stage {

    final AccountId account = AccountId.random();
    final DeviceId device = DeviceId.random();
    final String serial = "CV-" + device.toString().substring(0, 8);

    private final Events events;
    private final JdbcClient jdbc;

    Stage(Events events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
        events.publish(
                new AccountRegistered(account, "NL-" + account, "70-" + account, "Van Dijk & Zonen", "NL", "NL"),
                account,
                0);
        events.publish(registered(device, serial), device, 0);
        followed("account where account_id", account.value());
        followed("device where device_id", device.value());
    }

    static DeviceRegistered registered(DeviceId device, String serial) {
        return new DeviceRegistered(
                device,
                ModelId.random(),
                "Corvane",
                "Corvane 7035c",
                serial,
                null,
                List.of(Counter.TOTAL),
                List.of(TonerColour.BLACK, TonerColour.CYAN),
                null);
    }

    UserId person(String language, CustomerRole role) {
        var user = UserId.random();
        tell(user, language, role);
        followed("account_role where user_id", user.value());
        return user;
    }

    void tell(UserId user, String language, CustomerRole role) {
        events.publish(new UserCreated(user, email(user), "Anna Jansen", language), user, 0);
        hold(user, role, 1);
    }

    void hold(UserId user, CustomerRole role, long sequence) {
        events.publish(new RoleAssigned(user, account, role, PermissionMatrix.defaults(role)), user, sequence);
    }

    void assign(UserId user) {
        events.publish(new DeviceAssigned(device, account, user), device + "/" + user, 0);
        followed("device_assignment where assigned and user_id", user.value());
    }

    static String email(UserId user) {
        return "u" + user + "@example.org";
    }

    static TicketReference reference() {
        return TicketReference.of(ThreadLocalRandom.current().nextLong(100_000, 9_000_000_000L));
    }

    TicketOpened ticket(TicketReference reference, UserId requester, @Nullable DeviceId about, String subject) {
        return new TicketOpened(
                reference,
                account,
                "NL",
                TicketKind.INCIDENT,
                subject,
                "It squeaks. The door code is 4711.",
                "Printing",
                about,
                requester,
                TicketChannel.PORTAL,
                Instant.now());
    }

    AutoTonerOrderPlaced order(OrderId order) {
        return new AutoTonerOrderPlaced(
                order,
                "AT-" + order.toString().substring(0, 6),
                device,
                account,
                TonerColour.CYAN,
                label(),
                Instant.now());
    }

    SupplyOrderPlaced orderByHand(OrderId order, UserId by) {
        return new SupplyOrderPlaced(
                order,
                "SO-" + order.toString().substring(0, 6),
                device,
                account,
                TonerColour.CYAN,
                label(),
                by,
                "The parcel was crushed.",
                Instant.now());
    }

    private ShippingLabel label() {
        return new ShippingLabel("Reception", "Van Dijk", "Kade 1", "3011 AA", "Rotterdam", "NL", serial);
    }

    private void followed(String what, Object id) {
        await().until(() -> jdbc.sql("select count(*) from " + what + " = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0);
    }
}
