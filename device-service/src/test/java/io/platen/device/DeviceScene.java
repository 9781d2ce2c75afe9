package io.platen.device;

import static io.platen.device.Fleet.serial;
import static io.platen.device.Fleet.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.device.directory.Customers;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A device of an account, and who looks after it: where the tests of its life begin. */
@PlatenIT(properties = DeviceScene.OFTEN)
abstract class DeviceScene {

    static final String OFTEN = "platen.device.check-interval=200ms";

    static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @Value("${local.server.port}")
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Environment environment;

    @Autowired
    Events events;

    @Autowired
    MutableClock clock;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    Fleet fleet;
    AccountId account;
    UserId manager;
    String administrator;
    String deviceManager;
    String model;
    DeviceId device;
    String serial;

    @BeforeEach
    void aDeviceOnAnAccount() {
        fleet = new Fleet(port, context);
        account = fleet.account();
        manager = fleet.user(account, CustomerRole.DEVICE_MANAGER, Function.DEVICE_BROWSE_ACCOUNT);
        administrator = token(UserId.random(), account, CustomerRole.ADMINISTRATOR);
        deviceManager = token(manager, account, CustomerRole.DEVICE_MANAGER);
        model = fleet.model(true, true);
        serial = serial();
        device = fleet.device(model, serial, account);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    void handled(String consumer, String event) {
        await().until(() -> jdbc.sql("select exists (select from inbox where consumer = ? and event_id = ?)")
                .params(consumer, event)
                .query(Boolean.class)
                .single());
    }

    ContractActivated activated(ContractId contract, String number, LocalDate start, LocalDate end) {
        return new ContractActivated(
                contract, number, account, Set.of(device), start, end, true, false, Map.of(), Map.of());
    }

    static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), LISBON);
    }

    void assign(UserId user) {
        assertThat(fleet.put("/api/devices/" + device + "/assignments/" + user, administrator, "{}")
                        .status())
                .isEqualTo(200);
        await().until(() -> jdbc.sql("""
                        select exists (select from access_assignment where device_id = ? and user_id = ? and assigned)""")
                .params(device.value(), user.value())
                .query(Boolean.class)
                .single());
    }

    int note(String path, String token, String text) {
        return fleet.put(path, token, "{\"text\":\"" + text + "\"}").status();
    }

    String group(String name, DeviceId... devices) {
        var answer = newGroup(administrator, account, name, devices);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    Http.Answer newGroup(String token, AccountId on, String name, DeviceId... devices) {
        var ids = List.of(devices).stream().map(id -> "\"" + id + "\"").toList();
        return fleet.post(
                "/api/device-groups",
                token,
                "{\"accountId\":\"%s\",\"name\":\"%s\",\"deviceIds\":%s}".formatted(on, name, ids));
    }
}
