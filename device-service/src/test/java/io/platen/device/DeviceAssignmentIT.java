package io.platen.device;

import static io.platen.device.Fleet.WEB_ADMINISTRATOR;
import static io.platen.device.Fleet.results;
import static io.platen.device.Fleet.serial;
import static io.platen.device.Fleet.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import org.junit.jupiter.api.Test;

/** Assignments (DEV-07) and what ends them. */
class DeviceAssignmentIT extends DeviceScene {

    @Test
    void manyDevicesAreAssignedAndWithdrawnRowByRow() {
        var second = fleet.device(model, serial(), account);
        var foreign = fleet.device(model, serial(), fleet.account());
        var body =
                "{\"userId\":\"%s\",\"deviceIds\":[\"%s\",\"%s\",\"%s\"]}".formatted(manager, device, foreign, second);
        assign(manager);

        assertThat(results(fleet.post("/api/assignments", administrator, body)))
                .containsExactly("ALREADY_ASSIGNED", "NOT_FOUND", "ASSIGNED");
        assertThat(results(fleet.post("/api/assignments", WEB_ADMINISTRATOR, body)))
                .containsExactly("ALREADY_ASSIGNED", "USER_NOT_ON_ACCOUNT", "ALREADY_ASSIGNED");
        assertThat(results(fleet.post("/api/assignments/withdrawals", administrator, body)))
                .containsExactly("WITHDRAWN", "NOT_FOUND", "WITHDRAWN");
        assertThat(results(fleet.post("/api/assignments/withdrawals", administrator, body)))
                .containsExactly("NOT_ASSIGNED", "NOT_FOUND", "NOT_ASSIGNED");
        assertThat(fleet.stored(assignment(device), "AssignmentEnded")).isEqualTo(1);
        assertThat(fleet.post("/api/assignments", deviceManager, body).status()).isEqualTo(403);
        var stranger = token(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR);
        assertThat(fleet.post("/api/assignments", stranger, body).status()).isEqualTo(404);
    }

    @Test
    void aRoleWithoutDevicesEndsTheAssignmentsOfThatAccountAlone() {
        var elsewhere = fleet.account();
        fleet.role(manager, elsewhere, CustomerRole.DEVICE_MANAGER, 2);
        await().until(() -> customers.accountsOf(manager).contains(elsewhere));
        var other = fleet.device(model, serial(), elsewhere);
        assign(manager);
        assertThat(results(fleet.post(
                        "/api/assignments",
                        WEB_ADMINISTRATOR,
                        "{\"userId\":\"%s\",\"deviceIds\":[\"%s\"]}".formatted(manager, other))))
                .containsExactly("ASSIGNED");

        fleet.role(manager, account, CustomerRole.KNOWLEDGE_USER, 3);

        events.await(
                Topic.DEVICE,
                DeviceUnassigned.class,
                event -> event.userId().equals(manager) && event.deviceId().equals(device));
        assertThat(fleet.stored(assignment(other), "AssignmentEnded")).isZero();
        assertThat(results(fleet.post(
                        "/api/assignments",
                        WEB_ADMINISTRATOR,
                        "{\"userId\":\"%s\",\"deviceIds\":[\"%s\"]}".formatted(manager, device))))
                .containsExactly("USER_NOT_ON_ACCOUNT");

        fleet.role(manager, account, CustomerRole.DEVICE_MANAGER, 1); // told again, late
        fleet.role(manager, account, CustomerRole.STOCK_MANAGER, 4);
        await().until(() -> customers.accountsOf(manager).contains(account));
        assign(manager);
        fleet.role(manager, account, CustomerRole.KNOWLEDGE_USER, 3);
        fleet.role(manager, AccountId.random(), CustomerRole.DEVICE_MANAGER, 5);
        await().until(() -> customers.accountsOf(manager).size() == 3);
        assertThat(fleet.stored(assignment(device), "AssignmentEnded")).isEqualTo(1);
    }

    private io.platen.device.assignment.AssignmentId assignment(DeviceId of) {
        return io.platen.device.assignment.AssignmentId.of(of, manager);
    }
}
