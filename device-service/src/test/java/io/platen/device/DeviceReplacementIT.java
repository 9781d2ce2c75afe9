package io.platen.device;

import static io.platen.device.Fleet.CONTACT_CENTRE;
import static io.platen.device.Fleet.serial;
import static io.platen.device.Fleet.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceGroupChanged;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.DeviceId;
import io.platen.platform.testing.Http;
import org.junit.jupiter.api.Test;

/** Another machine takes over (BEY-12). */
class DeviceReplacementIT extends DeviceScene {

    @Test
    void anotherMachineTakesOverPlacePeopleAndGroups() {
        assign(manager);
        note("/api/devices/" + device + "/notes/1", administrator, "Beside the lift");
        var group = group("Floor 2", device);
        var successor = fleet.device(fleet.model(false, false), serial(), null);
        var body = """
                {"newDeviceId":"%s","replacedOn":"%s","finalCounters":{"total":42976,"colour":1200},
                 "firstCounters":{"total":12},"reason":"Burnt out"}""".formatted(successor, today());

        assertThat(replace(body, administrator).status()).isEqualTo(403);
        assertThat(replace(body.replace(",\"colour\":1200", ""), CONTACT_CENTRE)
                        .json()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("finalCounters");
        assertThat(replace(body.replace(today().toString(), today().plusDays(2).toString()), CONTACT_CENTRE)
                        .status())
                .isEqualTo(400);
        var foreign = fleet.device(model, serial(), fleet.account());
        assertThat(replace(body.replace(successor.toString(), foreign.toString()), CONTACT_CENTRE)
                        .code())
                .isEqualTo("DEVICE_ON_ANOTHER_ACCOUNT");
        assertThat(replace(body.replace(successor.toString(), DeviceId.random().toString()), CONTACT_CENTRE)
                        .code())
                .isEqualTo("DEVICE_UNKNOWN");
        assertThat(replace(body.replace(successor.toString(), device.toString()), CONTACT_CENTRE)
                        .code())
                .isEqualTo("REPLACED_BY_ITSELF");
        assertThat(replace(body, CONTACT_CENTRE).status()).isEqualTo(204);

        var replaced = events.await(
                Topic.DEVICE, DeviceReplaced.class, event -> event.deviceId().equals(device));
        assertThat(replaced.newDeviceId()).isEqualTo(successor);
        assertThat(replaced.firstCounters()).hasSize(1);
        events.await(
                Topic.DEVICE,
                DeviceRemovedFromAccount.class,
                event -> event.deviceId().equals(device));
        events.await(
                Topic.DEVICE,
                DeviceAddedToAccount.class,
                event -> event.deviceId().equals(successor) && event.accountId().equals(account));
        events.await(
                Topic.DEVICE,
                DeviceAssigned.class,
                event -> event.deviceId().equals(successor) && event.userId().equals(manager));
        var grouped = events.await(
                Topic.DEVICE,
                DeviceGroupChanged.class,
                event -> event.groupId().toString().equals(group));
        assertThat(grouped.devices()).containsExactly(successor);
        assertThat(fleet.stored(successor, "NoteChanged")).isZero();
        await().until(() -> note("/api/devices/" + successor + "/notes/1", deviceManager, "Mine") == 204);
    }

    private Http.Answer replace(String body, String token) {
        return fleet.post("/api/devices/" + device + "/replacement", token, body);
    }
}
