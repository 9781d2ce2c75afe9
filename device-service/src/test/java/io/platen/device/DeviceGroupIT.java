package io.platen.device;

import static io.platen.device.Fleet.serial;
import static io.platen.device.Fleet.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.device.DeviceGroupChanged;
import io.platen.contracts.device.DeviceGroupDeleted;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import org.junit.jupiter.api.Test;

/** Groups of devices (DEV-42). */
class DeviceGroupIT extends DeviceScene {

    @Test
    void anAdministratorGroupsTheDevicesOfHisAccount() {
        var foreign = fleet.device(model, serial(), fleet.account());
        var group = group("Floor 2", device);

        assertThat(newGroup(administrator, account, " floor 2 ", device).code()).isEqualTo("GROUP_NAME_TAKEN");
        var refused = newGroup(administrator, account, "Floor 3", foreign);
        assertThat(refused.code()).isEqualTo("DEVICE_NOT_ON_ACCOUNT");
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("deviceIds[0]");
        assertThat(newGroup(deviceManager, account, "Mine", device).status()).isEqualTo(403);
        var stranger = token(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR);
        assertThat(newGroup(stranger, account, "Mine", device).status()).isEqualTo(404);
        var other = group("Floor 4");
        var path = "/api/device-groups/" + group;
        assertThat(fleet.put(path, administrator, "{\"name\":\"Floor 4\",\"deviceIds\":[]}")
                        .code())
                .isEqualTo("GROUP_NAME_TAKEN");
        assertThat(fleet.put(path, administrator, "{\"name\":\"FLOOR 2\",\"deviceIds\":[\"%s\"]}".formatted(device))
                        .status())
                .isEqualTo(204);
        assertThat(fleet.put(path, stranger, "{\"name\":\"X\",\"deviceIds\":[]}")
                        .status())
                .isEqualTo(404);
        var changed = events.await(
                Topic.DEVICE,
                DeviceGroupChanged.class,
                event -> event.groupId().toString().equals(group));
        assertThat(changed.name()).isEqualTo("FLOOR 2");
        assertThat(changed.devices()).containsExactly(device);
        assertThat(fleet.delete(path, stranger).status()).isEqualTo(404);
        assertThat(fleet.delete(path, administrator).status()).isEqualTo(204);
        assertThat(fleet.delete(path, administrator).status()).isEqualTo(404);
        events.await(
                Topic.DEVICE,
                DeviceGroupDeleted.class,
                event -> event.groupId().toString().equals(group));
        assertThat(group("Floor 2")).isNotEqualTo(other);
    }
}
