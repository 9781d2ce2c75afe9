package io.platen.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DemoDeviceTest {

    @Test
    void theFleetIsTwoHundredDevicesOfFourCustomersInThreeCountries() {
        var fleet = DemoDevice.fleet();

        assertThat(fleet).hasSize(200);
        assertThat(fleet).extracting(DemoDevice::account).containsOnly("NL-10021", "NL-10088", "PT-20007", "GB-30015");
        assertThat(fleet).extracting(DemoDevice::country).containsOnly("NL", "PT", "GB");
        assertThat(fleet)
                .allSatisfy(device ->
                        assertThat(ZoneId.of(device.site().timeZone())).isNotNull());
    }

    @Test
    void serialAndEquipmentNumbersAreGivenOnce() {
        var fleet = DemoDevice.fleet();

        assertThat(fleet).extracting(DemoDevice::serialNumber).doesNotHaveDuplicates();
        assertThat(fleet).extracting(DemoDevice::equipmentNumber).doesNotHaveDuplicates();
    }

    @Test
    void countersGrowFromReadToRead() {
        assertThat(DemoDevice.fleet()).allSatisfy(device -> {
            long earlier = (long) device.counters(27).values().iterator().next();
            long later = (long) device.counters(18).values().iterator().next();
            assertThat(later).isGreaterThan(earlier);
        });
    }
}
