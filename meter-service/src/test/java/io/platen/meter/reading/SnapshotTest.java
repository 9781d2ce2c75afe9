package io.platen.meter.reading;

import static io.platen.contracts.device.Counter.COLOUR;
import static io.platen.contracts.device.Counter.TOTAL;
import static io.platen.meter.reading.RegisterFixture.DEVICE;
import static io.platen.meter.reading.RegisterFixture.EARLIER;
import static io.platen.meter.reading.RegisterFixture.KEY;
import static io.platen.meter.reading.RegisterFixture.colour;
import static io.platen.meter.reading.RegisterFixture.read;
import static io.platen.meter.reading.RegisterFixture.remote;
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
        var snapshots = StoredEventSerializer.ofFields(StoredEventTypes.of(MeterEvent.class));

        MeterRegister read = snapshots.deserialize(snapshots.serialize(register, byte[].class));

        assertThat(read).usingRecursiveComparison().isEqualTo(register);
    }
}
