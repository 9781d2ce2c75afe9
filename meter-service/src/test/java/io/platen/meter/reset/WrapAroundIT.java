package io.platen.meter.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceEvent;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.Location;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** MET-31, BEY-12: a machine whose model shows seven digits goes on behind its last one. */
@PlatenIT
class WrapAroundIT {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final AccountId account = AccountId.random();
    private final DeviceId device = DeviceId.random();

    @Autowired
    private Events events;

    @Autowired
    private MutableClock clock;

    @Test
    void theDigitsThatTheDeviceWasRegisteredWithTellWhereItBeganAgain() {
        clock.set(NOON);
        tell(
                new DeviceRegistered(
                        device,
                        ModelId.random(),
                        "Corvane",
                        "Corvane 2210",
                        "SN-" + device,
                        null,
                        List.of(Counter.TOTAL),
                        List.of(TonerColour.BLACK),
                        3_000,
                        7),
                0);
        tell(
                new DeviceLocationChanged(
                        device,
                        new Location("Lisbon", "Rua 1", "1100", "Lisboa", "PT", null, ZoneId.of("Europe/Lisbon")),
                        LocalDate.parse("2026-01-01")),
                1);
        tell(new DeviceAddedToAccount(device, account), 2);
        tell(new CounterReported(device, Map.of(Counter.TOTAL, 9_999_950L), NOON.minus(Duration.ofDays(2))), 3);

        tell(new CounterReported(device, Map.of(Counter.TOTAL, 150L), NOON), 4);

        var reset = events.await(
                Topic.METER, MeterCounterReset.class, event -> event.deviceId().equals(device));
        assertThat(reset.oldCounters()).containsEntry(Counter.TOTAL, 10_000_000L);
        assertThat(reset.newCounters()).containsEntry(Counter.TOTAL, 0L);
        var read = events.await(
                Topic.METER,
                MeterReadSubmitted.class,
                event -> event.deviceId().equals(device) && event.counters().containsValue(150L));
        assertThat(read.billed()).containsEntry(Counter.TOTAL, 10_000_150L);
    }

    private void tell(DeviceEvent event, long sequence) {
        events.publish(event, device, sequence, account);
    }
}
