package io.platen.meter.reading;

import static io.platen.contracts.device.Counter.COLOUR;
import static io.platen.contracts.device.Counter.TOTAL;
import static io.platen.meter.reading.RegisterFixture.DEVICE;
import static io.platen.meter.reading.RegisterFixture.EARLIER;
import static io.platen.meter.reading.RegisterFixture.KEY;
import static io.platen.meter.reading.RegisterFixture.agreed;
import static io.platen.meter.reading.RegisterFixture.colour;
import static io.platen.meter.reading.RegisterFixture.due;
import static io.platen.meter.reading.RegisterFixture.missed;
import static io.platen.meter.reading.RegisterFixture.monthly;
import static io.platen.meter.reading.RegisterFixture.read;
import static io.platen.meter.reading.RegisterFixture.remote;
import static io.platen.meter.reading.RegisterFixture.scheduled;
import static io.platen.meter.reading.RegisterFixture.stands;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.platform.eventstore.StoredEventSerializer;
import io.platen.platform.eventstore.StoredEventTypes;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A register read from its snapshot is the register. */
class SnapshotTest {

    @Test
    void nothingIsLost() {
        var register = new MeterRegister();
        register.on(new MeterEvent.RegisterOpened(DEVICE, List.of(TOTAL, COLOUR), 3000, KEY));
        register.on(stands("Europe/Amsterdam", "2026-01-01"));
        register.on(stands("Europe/Lisbon", "2026-12-01"));
        register.on(read("2026-11-20", colour(1000, 10)));
        register.on(remote(EARLIER, "2026-11-22", colour(1100, 11), null));
        register.on(new MeterEvent.RemoteCountersRefused(
                DEVICE,
                ReadRejection.METER_LOWER_THAN_PREVIOUS,
                colour(1, 1),
                LocalDate.parse("2026-11-22"),
                colour(1100, 11)));
        register.on(new MeterEvent.CountersReset(
                DEVICE, LocalDate.parse("2026-11-22"), colour(1100, 11), colour(5, 1), "New board"));
        register.on(agreed(monthly("2026-01-31", "2027-01-30")));
        register.on(scheduled("2026-11-30", "2026-11-24T23:00:00Z"));
        register.on(due("2026-11-30", "2026-12-05T23:00:00Z"));
        register.on(missed("2026-11-30", colour(1200, 12), 1));
        register.on(scheduled("2026-12-30", "2026-12-24T23:00:00Z"));
        var snapshots = StoredEventSerializer.ofFields(StoredEventTypes.of(MeterEvent.class));

        MeterRegister read = snapshots.deserialize(snapshots.serialize(register, byte[].class));

        assertThat(read).usingRecursiveComparison().isEqualTo(register);
    }
}
