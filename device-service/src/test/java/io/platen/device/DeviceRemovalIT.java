package io.platen.device;

import static io.platen.device.Fleet.CONTACT_CENTRE;
import static io.platen.device.Fleet.WEB_ADMINISTRATOR;
import static io.platen.device.Fleet.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.device.DeviceCoverageChanged;
import io.platen.contracts.device.DeviceGroupChanged;
import io.platen.contracts.device.DeviceNoteChanged;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import org.junit.jupiter.api.Test;

/** A device leaves its account (DEV-23). */
class DeviceRemovalIT extends DeviceScene {

    @Test
    void theContactCentreRemovesADeviceWithAllThatHangsOnIt() {
        assign(manager);
        note("/api/devices/" + device + "/notes/1", administrator, "Beside the lift");
        var group = group("Floor 2", device);
        covered(device, account);

        assertThat(remove("{\"reason\":\" Sold \"}", administrator)).isEqualTo(403);
        assertThat(remove("{\"reason\":\" \"}", CONTACT_CENTRE)).isEqualTo(400);
        assertThat(remove("{\"reason\":\" Sold \"}", CONTACT_CENTRE)).isEqualTo(204);

        events.await(
                Topic.DEVICE,
                DeviceRemovedFromAccount.class,
                event -> event.deviceId().equals(device) && event.accountId().equals(account));
        events.await(
                Topic.DEVICE,
                DeviceUnassigned.class,
                event -> event.deviceId().equals(device) && event.userId().equals(manager));
        var left = events.await(
                Topic.DEVICE,
                DeviceGroupChanged.class,
                event -> event.groupId().toString().equals(group));
        assertThat(left.devices()).isEmpty();
        events.await(
                Topic.DEVICE,
                DeviceNoteChanged.class,
                event -> event.deviceId().equals(device) && event.previous().equals("Beside the lift"));
        events.await(
                Topic.DEVICE,
                DeviceCoverageChanged.class,
                event -> event.deviceId().equals(device) && event.contractNumber() == null);
        assertThat(jdbc.sql(
                                "select payload ->> 'reason' from domain_event where aggregate_id = ? and type = 'RemovedFromAccount'")
                        .param(device.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("Sold");
        await().until(() -> fleet.put("/api/devices/" + device + "/assignments/" + manager, administrator, "{}")
                        .status()
                == 404);
        await().until(() -> remove("{\"reason\":\"Sold\"}", CONTACT_CENTRE) == 404);
        assertThat(remove("{\"reason\":\"Sold\"}", WEB_ADMINISTRATOR)).isEqualTo(422);
    }

    private void covered(DeviceId covered, AccountId holder) {
        var contract = ContractId.random();
        events.publish(activated(contract, "CT-" + contract, today(), today().plusYears(1)), contract, 0, holder);
        events.await(
                Topic.DEVICE,
                DeviceCoverageChanged.class,
                event -> event.deviceId().equals(covered));
    }

    private int remove(String body, String token) {
        return fleet.post("/api/devices/" + device + "/removal", token, body).status();
    }
}
