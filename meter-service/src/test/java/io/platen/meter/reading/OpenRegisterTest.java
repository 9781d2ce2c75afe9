package io.platen.meter.reading;

import static io.platen.contracts.device.Counter.TOTAL;
import static io.platen.meter.reading.RegisterFixture.DEVICE;
import static io.platen.meter.reading.RegisterFixture.KEY;
import static io.platen.meter.reading.RegisterFixture.opened;
import static io.platen.meter.reading.RegisterFixture.stands;

import io.platen.meter.reading.MeterCommand.MoveDevice;
import io.platen.meter.reading.MeterCommand.OpenRegister;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenRegisterTest {

    private final RegisterFixture register = new RegisterFixture();

    @Test
    void aDeviceHasOneRegister() {
        var open = new OpenRegister(DEVICE, List.of(TOTAL), 3000, KEY);

        register.axon
                .givenNoPriorActivity()
                .when(open)
                .expectEvents(new MeterEvent.RegisterOpened(DEVICE, List.of(TOTAL), 3000, KEY));
        new RegisterFixture().given(opened(TOTAL)).when(open).expectNoEvents();
    }

    @Test
    void anotherZoneChangesTheDevicesClock() {
        register.given(opened(TOTAL), stands("Europe/Amsterdam", "2026-01-01"))
                .when(move("Europe/Lisbon", "2026-11-22"))
                .expectEvents(stands("Europe/Lisbon", "2026-11-22"));
    }

    @Test
    void anotherRoomDoesNot() {
        register.given(opened(TOTAL), stands("Europe/Amsterdam", "2026-01-01"))
                .when(move("Europe/Amsterdam", "2026-11-22"))
                .expectNoEvents();
    }

    @Test
    void aMoveThatIsCalledOffIsForgotten() {
        register.given(opened(TOTAL), stands("Europe/Amsterdam", "2026-01-01"), stands("Europe/Lisbon", "2026-12-01"))
                .when(move("Europe/Amsterdam", "2026-11-22"))
                .expectEvents(stands("Europe/Amsterdam", "2026-11-22"));
    }

    private static MoveDevice move(String zone, String from) {
        return new MoveDevice(DEVICE, ZoneId.of(zone), LocalDate.parse(from));
    }
}
