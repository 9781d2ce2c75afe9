package io.platen.device;

import static io.platen.device.Fleet.serial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.billing.ContractDeviceReplaced;
import io.platen.contracts.billing.ContractEnded;
import io.platen.contracts.device.DeviceCoverageChanged;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a contract covers (DEV-40). */
class DeviceCoverageIT extends DeviceScene {

    @Test
    void aContractCoversFromItsFirstDayInTheDevicesOwnCalendar() {
        var contract = ContractId.random();
        var tomorrow = today().plusDays(1);
        events.publish(activated(contract, "CT-" + contract, tomorrow, tomorrow.plusDays(9)), contract, 0, account);
        await().until(() -> due(device));
        assertThat(fleet.stored(device, "CoverageChanged")).isZero();

        clock.set(tomorrow.atStartOfDay(LISBON).toInstant().plusMillis(1));

        var begun = events.await(
                Topic.DEVICE,
                DeviceCoverageChanged.class,
                event -> event.deviceId().equals(device));
        assertThat(begun)
                .isEqualTo(new DeviceCoverageChanged(device, "CT-" + contract, tomorrow.plusDays(9), true, false));
        clock.set(tomorrow.plusDays(10).atStartOfDay(LISBON).toInstant().plusMillis(1));
        events.await(
                Topic.DEVICE,
                DeviceCoverageChanged.class,
                event -> event.deviceId().equals(device) && event.contractNumber() == null);
        assertThat(fleet.stored(device, "CoverageChanged")).isEqualTo(2);
        assertThat(due(device)).isFalse();
    }

    @Test
    void contractsMayBeToldInAnyOrderAndAgain() {
        var contract = ContractId.random();
        var successor = fleet.device(model, serial(), account);
        var start = today().minusDays(30);
        var ended = new ContractEnded(contract, "CT-" + contract, account, Set.of(device), today().plusDays(5), "Sold");
        var swapped = new ContractDeviceReplaced(
                contract, "CT-" + contract, account, device, successor, today().minusDays(1));
        var activated = activated(contract, "CT-" + contract, start, start.plusYears(1));

        events.publish(ended, contract, 2, account);
        events.publish(swapped, contract, 1, account);
        var id = events.publish(activated, contract, 0, account);
        var covered = new DeviceCoverageChanged(successor, "CT-" + contract, today().plusDays(5), true, false);
        assertThat(events.await(
                        Topic.DEVICE,
                        DeviceCoverageChanged.class,
                        event -> event.deviceId().equals(successor)))
                .isEqualTo(covered);

        events.publish(id, activated, contract, 0, account);
        events.publish(activated, contract, 0, account);
        events.publish(swapped, contract, 1, account);
        var last = events.publish(ended, contract, 2, account);
        handled("coverage", last);
        assertThat(fleet.stored(device, "CoverageChanged")).isZero();
        assertThat(fleet.stored(successor, "CoverageChanged")).isEqualTo(1);
    }

    private boolean due(DeviceId of) {
        return jdbc.sql("select exists (select from coverage_due where device_id = ?)")
                .param(of.value())
                .query(Boolean.class)
                .single();
    }
}
