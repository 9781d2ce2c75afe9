package io.platen.device;

import static io.platen.device.Fleet.WEB_ADMINISTRATOR;
import static io.platen.device.Fleet.results;
import static io.platen.device.Fleet.serial;
import static io.platen.device.Fleet.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceRequestApproved;
import io.platen.contracts.device.DeviceRequestRejected;
import io.platen.contracts.device.DeviceRequested;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.platform.testing.AnotherInstance;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Requests for devices of other accounts (DEV-17 to DEV-22). */
class DeviceRequestIT extends DeviceScene {

    @Test
    void aSerialNumberOfAnotherAccountIsShownWithoutItsHolder() {
        var mine = fleet.account();
        var asker = token(
                fleet.user(mine, CustomerRole.DEVICE_MANAGER, Function.DEVICE_BROWSE_ACCOUNT),
                mine,
                CustomerRole.DEVICE_MANAGER,
                Function.DEVICE_BROWSE_ACCOUNT);

        var answer = validate(asker, mine, serial.toLowerCase(java.util.Locale.ROOT));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("deviceId").asString()).isEqualTo(device.toString());
        assertThat(answer.json().path("manufacturer").asString()).isEqualTo("Corvane");
        assertThat(answer.json().path("location").path("city").asString()).isEqualTo("Lisboa");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("deviceId", "serialNumber", "manufacturer", "model", "location");
        assertThat(answer.body()).doesNotContain(account.toString()).doesNotContain("Acme");
        assertThat(validate(asker, account, serial).status()).isEqualTo(404);
        assertThat(validate(deviceManager, account, serial).status()).isEqualTo(403);
    }

    @Test
    void aSerialNumberOfTheOwnAccountPointsToAssigning() {
        var answer = validate(administrator, account, serial);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("ALREADY_IN_ACCOUNT");
        assertThat(answer.json().path("deviceId").asString()).isEqualTo(device.toString());
    }

    @Test
    void aNumberThatSeveralMakersUseShowsAllOfThem() {
        var shared = serial();
        var one = fleet.device(model, shared, fleet.account());
        var two = fleet.device(fleet.model(false, false), shared, null);

        var candidates = validate(administrator, account, shared).json().path("candidates");

        assertThat(candidates.values().stream()
                        .map(candidate -> candidate.path("deviceId").asString()))
                .containsExactlyInAnyOrder(one.toString(), two.toString());
    }

    @Test
    void whoGuessesTenTimesInAnHourWaitsForAnHourAtEveryInstance() {
        try (var another = AnotherInstance.of(DeviceServiceApplication.class, environment, OFTEN)) {
            var elsewhere = new Http(another.port());
            var elsewheresClock = another.context().getBean(MutableClock.class);
            await().until(() ->
                    validate(elsewhere, administrator, account, serial).status() == 409);
            for (int i = 0; i < 9; i++) {
                var unknown = validate(i % 2 == 0 ? new Http(port) : elsewhere, administrator, account, "guess-" + i);
                assertThat(unknown.code()).isEqualTo("SERIAL_UNKNOWN");
            }
            // an hour later the nine are forgotten
            move(elsewheresClock, Duration.ofMinutes(61));
            for (int i = 0; i < 10; i++) {
                var unknown = validate(i % 2 == 0 ? new Http(port) : elsewhere, administrator, account, "guess-" + i);
                assertThat(unknown.code()).isEqualTo("SERIAL_UNKNOWN");
                assertThat(unknown.json().path("errors").path(0).path("field").asString())
                        .isEqualTo("serialNumber");
            }
            var blocked = validate(elsewhere, administrator, account, serial);
            assertThat(blocked.status()).isEqualTo(429);
            assertThat(blocked.code()).isEqualTo("TOO_MANY_VALIDATIONS");
            assertThat(blocked.json().path("retryAfter").asLong()).isBetween(3_500L, 3_600L);
            assertThat(blocked.header("Retry-After")).isPresent();
            assertThat(validate(administrator, account, serial).status()).isEqualTo(429);
            assertThat(validate(token(UserId.random(), account, CustomerRole.ADMINISTRATOR), account, serial)
                            .status())
                    .isEqualTo(409);

            move(elsewheresClock, Duration.ofMinutes(59));
            assertThat(validate(administrator, account, serial).status()).isEqualTo(429);
            move(elsewheresClock, Duration.ofMinutes(2));
            assertThat(validate(administrator, account, serial).status()).isEqualTo(409);
            assertThat(validate(administrator, account, "guess").code()).isEqualTo("SERIAL_UNKNOWN");
            assertThat(validate(administrator, account, "guess").code()).isEqualTo("SERIAL_UNKNOWN");
        }
    }

    @Test
    void anApprovedRequestMovesTheDeviceAndIsDecidedOnce() {
        var mine = fleet.account();
        var user = fleet.user(mine, CustomerRole.DEVICE_MANAGER, Function.DEVICE_BROWSE_ACCOUNT);
        var asker = token(user, mine, CustomerRole.DEVICE_MANAGER, Function.DEVICE_BROWSE_ACCOUNT);
        assign(manager);

        var asked = request(asker, mine, device);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        var number = asked.json().path("number").asString();
        assertThat(number).matches("DR-\\d{7}");
        assertThat(request(asker, mine, device).code()).isEqualTo("REQUEST_PENDING");
        var second = fleet.account();
        assertThat(request(token(UserId.random(), second, CustomerRole.ADMINISTRATOR), second, device)
                        .status())
                .isEqualTo(201);
        assertThat(decide(number, "approval", "{}", administrator)).isEqualTo(403);
        assertThat(decide(number, "approval", "{}", WEB_ADMINISTRATOR)).isEqualTo(204);
        assertThat(decide(number, "rejection", "{\"reason\":\"No\"}", WEB_ADMINISTRATOR))
                .isEqualTo(409);
        assertThat(decide("DR-9999999", "approval", "{}", WEB_ADMINISTRATOR)).isEqualTo(404);

        var requested = events.await(
                Topic.DEVICE,
                DeviceRequested.class,
                event -> event.number().equals(number) && event.deviceId().equals(device));
        assertThat(requested.serialNumber()).isEqualTo(serial);
        assertThat(requested.requester()).isEqualTo(user);
        events.await(
                Topic.DEVICE,
                DeviceRequestApproved.class,
                event -> event.number().equals(number) && event.deviceId().equals(device));
        events.await(
                Topic.DEVICE,
                DeviceRemovedFromAccount.class,
                event -> event.deviceId().equals(device) && event.accountId().equals(account));
        events.await(
                Topic.DEVICE,
                DeviceUnassigned.class,
                event -> event.deviceId().equals(device) && event.userId().equals(manager));
        events.await(
                Topic.DEVICE,
                DeviceAddedToAccount.class,
                event -> event.deviceId().equals(device) && event.accountId().equals(mine));
        assertThat(request(asker, mine, device).code()).isEqualTo("ALREADY_IN_ACCOUNT");
        assertThat(results(fleet.post("/api/my-devices", asker, "{\"deviceIds\":[\"" + device + "\"]}")))
                .containsExactly("ASSIGNED");
        assertThat(request(administrator, account, device).status()).isEqualTo(201);
    }

    @Test
    void aRejectedRequestChangesNothingAndMayBeMadeAgain() {
        var mine = fleet.account();
        var asker = token(UserId.random(), mine, CustomerRole.ADMINISTRATOR);
        var number = request(asker, mine, device).json().path("number").asString();

        assertThat(decide(number, "rejection", "{\"reason\":\" \"}", WEB_ADMINISTRATOR))
                .isEqualTo(400);
        assertThat(decide(number, "rejection", "{\"reason\":\"Still with its owner\"}", WEB_ADMINISTRATOR))
                .isEqualTo(204);

        var rejected = events.await(
                Topic.DEVICE,
                DeviceRequestRejected.class,
                event -> event.number().equals(number) && event.deviceId().equals(device));
        assertThat(rejected.reason()).isEqualTo("Still with its owner");
        assertThat(fleet.stored(device, "RemovedFromAccount")).isZero();
        assertThat(request(asker, mine, device).status()).isEqualTo(201);
        assertThat(request(asker, mine, DeviceId.random()).status()).isEqualTo(404);
    }

    private void move(MutableClock elsewhere, Duration by) {
        clock.advance(by);
        elsewhere.advance(by);
    }

    private Http.Answer validate(String token, AccountId on, String number) {
        return validate(new Http(port), token, on, number);
    }

    private static Http.Answer validate(Http http, String token, AccountId on, String number) {
        return http.post(
                "/api/device-requests/validation",
                token,
                "{\"accountId\":\"%s\",\"serialNumber\":\"%s\"}".formatted(on, number));
    }

    private Http.Answer request(String token, AccountId on, DeviceId wanted) {
        return fleet.post(
                "/api/device-requests",
                token,
                "{\"accountId\":\"%s\",\"deviceId\":\"%s\",\"comment\":\"Ours now\"}".formatted(on, wanted));
    }

    private int decide(String number, String decision, String body, String token) {
        return fleet.post("/api/device-requests/" + number + "/" + decision, token, body)
                .status();
    }
}
