package io.platen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.StaffRoleAssigned;
import io.platen.platform.testing.Events;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.core.ConditionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What identity and device-service would have told before somebody opens a ticket. */
final class TicketScenario {

    private final Events events;
    private final JdbcClient jdbc;

    TicketScenario(Events events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    void account(AccountId account, String region) {
        events.publish(
                new AccountRegistered(account, "C-" + account, "S-" + account, "Acme", region, region),
                account,
                0,
                account);
        soon().until(() -> exists("select 1 from access_account where account_id = ?", account.value()));
    }

    void customer(UserId user, AccountId account, CustomerRole role) {
        events.publish(new RoleAssigned(user, account, role, PermissionMatrix.defaults(role)), user, 1, account);
        soon().until(() -> exists(
                "select 1 from customer_user where user_id = ? and account_id = ?", user.value(), account.value()));
    }

    void staff(UserId user, StaffRole role, String... regions) {
        events.publish(new StaffRoleAssigned(user, role, Set.of(regions)), user, 1);
        soon().until(() -> exists("select 1 from staff_person where user_id = ?", user.value()));
    }

    /** On the account, and looked after by these people. */
    DeviceId device(AccountId account, UserId... users) {
        var device = DeviceId.random();
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
        events.publish(new DeviceAddedToAccount(device, account), device, 1, account);
        var sequence = 2;
        for (var user : users) {
            events.publish(new DeviceAssigned(device, account, user), device, sequence++, account);
        }
        soon().until(() -> exists(
                        "select 1 from access_device where device_id = ? and account_id = ?",
                        device.value(),
                        account.value())
                && assignments(device) == users.length);
        return device;
    }

    private long assignments(DeviceId device) {
        return jdbc.sql("select count(*) from access_assignment where device_id = ?")
                .param(device.value())
                .query(Long.class)
                .single();
    }

    private boolean exists(String query, Object... values) {
        return jdbc.sql("select exists (" + query + ")")
                .params(values)
                .query(Boolean.class)
                .single();
    }

    static String incident(DeviceId device) {
        return """
                {"kind":"INCIDENT","subject":"Lines on every page","description":"Since this morning.",
                 "topic":"PRINT_QUALITY","deviceId":"%s"}""".formatted(device);
    }

    static final String QUESTION = """
            {"kind":"QUESTION","subject":"Which paper?","description":"For the second tray.","topic":"PAPER"}""";

    static String referenceOf(io.platen.platform.testing.Http.Answer opened) {
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.json().path("reference").asString();
    }
}
