package io.platen.device;

import static io.platen.device.Fleet.CONTACT_CENTRE;
import static io.platen.device.Fleet.WEB_ADMINISTRATOR;
import static io.platen.device.Fleet.results;
import static io.platen.device.Fleet.serial;
import static io.platen.device.Fleet.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.device.DeviceCommunicationLost;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceReconnectionRequired;
import io.platen.contracts.device.RemoteEligibilityChanged;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.platform.testing.AnotherInstance;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Eligibility, reconnection and silence (DEV-25, DEV-33, DEV-34). */
class DeviceMonitoringIT extends DeviceScene {

    @Test
    void onlyADeviceOfACapableModelBecomesEligible() {
        var incapable = fleet.device(fleet.model(false, false), serial(), account);

        assertThat(eligible(device, "true", administrator)).isEqualTo(403);
        assertThat(eligible(device, "null", CONTACT_CENTRE)).isEqualTo(400);
        assertThat(eligible(device, "true", CONTACT_CENTRE)).isEqualTo(204);
        assertThat(eligible(device, "true", WEB_ADMINISTRATOR)).isEqualTo(204);
        assertThat(eligible(incapable, "true", CONTACT_CENTRE)).isEqualTo(422);

        assertThat(events.await(
                                Topic.DEVICE,
                                RemoteEligibilityChanged.class,
                                event -> event.deviceId().equals(device))
                        .eligible())
                .isTrue();
        assertThat(fleet.stored(device, "EligibilityChanged")).isEqualTo(1);
    }

    @Test
    void aMovedDeviceHasToBeHeardAgain() {
        report(1, Instant.now());
        assertThat(fleet.put("/api/devices/" + device + "/location", administrator, """
                        {"site":"Porto","street":"Rua 1","postalCode":"4000","city":"Porto","country":"PT",
                         "timeZone":"Europe/Lisbon"}""")
                        .status())
                .isEqualTo(204);

        events.await(
                Topic.DEVICE,
                DeviceReconnectionRequired.class,
                event -> event.deviceId().equals(device));
        var seconds = Instant.now().plusSeconds(1);
        report(2, seconds);
        events.await(
                Topic.DEVICE,
                DeviceCommunicationReceived.class,
                event ->
                        event.deviceId().equals(device) && event.observedAt().toEpochMilli() == seconds.toEpochMilli());
    }

    @Test
    void aSilentDeviceIsMissedOnceByTwoInstances() {
        var heard = Instant.now();
        report(1, heard);
        await().until(() -> jdbc.sql("select exists (select from device_contact where device_id = ?)")
                .param(device.value())
                .query(Boolean.class)
                .single());
        try (var another = AnotherInstance.of(DeviceServiceApplication.class, environment, OFTEN)) {
            var elsewheresClock = another.context().getBean(MutableClock.class);
            var seven = heard.plus(Duration.ofDays(7));
            clock.set(seven.minusSeconds(60));
            elsewheresClock.set(seven.minusSeconds(60));
            report(2, heard.plusSeconds(60)); // not announced to others, but the device knows
            clock.set(seven.plusSeconds(30));
            elsewheresClock.set(seven.plusSeconds(30));
            await().until(() -> jdbc.sql("select last_at >= ? from device_contact where device_id = ?")
                    .params(java.sql.Timestamp.from(heard.plusSeconds(59)), device.value())
                    .query(Boolean.class)
                    .single());
            assertThat(fleet.stored(device, "CommunicationLost")).isZero();

            clock.set(seven.plusSeconds(90));
            elsewheresClock.set(seven.plusSeconds(90));
            var lost = events.await(
                    Topic.DEVICE,
                    DeviceCommunicationLost.class,
                    event -> event.deviceId().equals(device));
            assertThat(lost.lastCommunication().toEpochMilli())
                    .isEqualTo(heard.plusSeconds(60).toEpochMilli());
            await().until(() -> jdbc.sql("select told_for = last_at from device_contact where device_id = ?")
                    .param(device.value())
                    .query(Boolean.class)
                    .single());
        }
        // the one that is left, and one that starts now
        try (var restarted = AnotherInstance.of(DeviceServiceApplication.class, environment, OFTEN)) {
            var again = fleet.device(model, serial(), account);
            restarted.context().getBean(MutableClock.class).advance(Duration.ofDays(20));
            assertThat(again).isNotNull();
            assertThat(fleet.stored(device, "CommunicationLost")).isEqualTo(1);
        }
    }

    private int eligible(DeviceId of, String value, String token) {
        return fleet.put("/api/devices/" + of + "/remote-monitoring", token, "{\"eligible\":" + value + "}")
                .status();
    }

    private void report(long sequence, Instant at) {
        var agent = TestTokens.agent(new AgentId(account.value()).toString(), account);
        var answer = fleet.post("/api/agent/reports", agent, """
                {"reports":[{"sequence":%d,"observedAt":"%s","serialNumber":"%s"}]}""".formatted(sequence, at, serial));
        assertThat(results(answer)).as(answer.body()).containsExactly("ACCEPTED");
    }
}
