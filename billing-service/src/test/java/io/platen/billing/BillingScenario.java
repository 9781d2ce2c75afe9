package io.platen.billing;

import static org.awaitility.Awaitility.await;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.platform.testing.Events;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What identity, device and meter-service would have told. */
final class BillingScenario {

    private static final AtomicLong SEQUENCE = new AtomicLong(10);

    private final Events events;
    private final JdbcClient jdbc;

    BillingScenario(Events events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    void account(AccountId account, String region) {
        events.publish(
                new AccountRegistered(account, "C-" + account, "S-" + account, "Acme", region, region), account, 0);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select exists (select from access_account where account_id = ?)")
                        .param(account.value())
                        .query(Boolean.class)
                        .single());
    }

    DeviceId device(AccountId account) {
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
                        List.of(),
                        null),
                device,
                0);
        events.publish(new DeviceAddedToAccount(device, account), device, 1, account);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql(
                                "select exists (select from access_device where device_id = ? and account_id = ?)")
                        .param(device.value())
                        .param(account.value())
                        .query(Boolean.class)
                        .single());
        return device;
    }

    static MeterReadSubmitted read(DeviceId device, String day, ReadSource source, long total, long colour) {
        return read(device, day, source, total, colour, null);
    }

    static MeterReadSubmitted read(
            DeviceId device, String day, ReadSource source, long total, long colour, @Nullable ReadId replaces) {
        return new MeterReadSubmitted(
                ReadId.random(),
                device,
                Map.of(Counter.TOTAL, total, Counter.COLOUR, colour),
                LocalDate.parse(day),
                source,
                false,
                Instant.parse(day + "T10:00:00Z").plusSeconds(SEQUENCE.get()),
                replaces);
    }

    /** Published so many times with one id, and awaited in the ledger. */
    void tell(MeterReadSubmitted read, int times) {
        var id = UUID.randomUUID().toString();
        var sequence = SEQUENCE.incrementAndGet();
        for (int i = 0; i < times; i++) {
            events.publish(id, read, read.deviceId(), sequence, null);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select exists (select from meter_read where read_id = ?)")
                        .param(read.readId().value())
                        .query(Boolean.class)
                        .single());
    }

    /** Awaited in the ledger of that day: of the device itself or, of a replacement, of the new one. */
    void tell(PublishedEvent event, DeviceId device, LocalDate day, int times) {
        var id = UUID.randomUUID().toString();
        var sequence = SEQUENCE.incrementAndGet();
        for (int i = 0; i < times; i++) {
            events.publish(id, event, device, sequence, null);
        }
        var seen = event instanceof DeviceReplaced replaced ? replaced.newDeviceId() : device;
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("""
                                select exists (select from meter_read where device_id = :device and read_on = :day)
                                       or exists (select from meter_reset where device_id = :device and reset_on = :day)
                                """)
                        .param("device", seen.value())
                        .param("day", day)
                        .query(Boolean.class)
                        .single());
    }
}
