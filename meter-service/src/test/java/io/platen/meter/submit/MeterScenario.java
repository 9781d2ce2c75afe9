package io.platen.meter.submit;

import static org.awaitility.Awaitility.await;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.Location;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.platform.testing.Events;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What identity and device-service would have told before a customer can hand in a read. */
public final class MeterScenario {

    private final Events events;
    private final JdbcClient jdbc;

    public MeterScenario(Events events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    public void account(AccountId account) {
        events.publish(accountRegistered(account), account, 0, account);
    }

    /** A colour device in Amsterdam, assigned to one person. */
    public DeviceId device(AccountId account, UserId user) {
        var device = DeviceId.random();
        events.publish(
                new DeviceRegistered(
                        device,
                        ModelId.random(),
                        "Brother",
                        "HL-L8260CDW",
                        "SN-" + device,
                        null,
                        List.of(Counter.TOTAL, Counter.COLOUR),
                        List.of(TonerColour.BLACK),
                        3025),
                device,
                0);
        events.publish(
                new DeviceLocationChanged(
                        device,
                        new Location(
                                "Amsterdam",
                                "Dam 1",
                                "1012 JS",
                                "Amsterdam",
                                "NL",
                                null,
                                ZoneId.of("Europe/Amsterdam")),
                        LocalDate.parse("2026-01-01")),
                device,
                1);
        events.publish(new DeviceAddedToAccount(device, account), device, 2, account);
        events.publish(new DeviceAssigned(device, account, user), device, 3, account);
        await().atMost(Duration.ofSeconds(30)).until(() -> known(device, account));
        return device;
    }

    private boolean known(DeviceId device, AccountId account) {
        return jdbc.sql("""
                        select (select count(*) from domain_event where aggregate_id = :text) = 2
                           and exists (select from access_assignment where device_id = :device and assigned)
                           and exists (select from access_account where account_id = :account)
                        """)
                .param("text", device.toString())
                .param("device", device.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    private static AccountRegistered accountRegistered(AccountId account) {
        return new AccountRegistered(account, "C-" + account, "S-" + account, "Acme", "NL", "NL");
    }
}
