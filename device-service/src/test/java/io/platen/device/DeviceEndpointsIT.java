package io.platen.device;

import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.device.directory.Customers;
import io.platen.platform.testing.EndpointMatrix;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what with a device of his own account, that everybody looks after, and with one of another. */
@PlatenIT
class DeviceEndpointsIT extends EndpointMatrix {

    private static final String LOCATION = """
            {"site":"Lisbon","street":"Rua Augusta 1","postalCode":"1100-048","city":"Lisboa","country":"PT",
             "timeZone":"Europe/Lisbon"}""";

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Events events;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    private String own = "";
    private String foreign = "";

    @BeforeEach
    void devices() {
        var admin = TestTokens.staff(StaffRole.WEB_ADMINISTRATOR);
        var model =
                new Http(port).post("/api/models", admin, """
                        {"manufacturer":"E","name":"W","counters":["TOTAL"],"tonerColours":[],"autoTonerCapable":false}""").json().path("id").asString();
        own = device(admin, model, account());
        foreign = device(admin, model, AccountId.random());
        for (var role : CustomerRole.values()) {
            events.publish(
                    new RoleAssigned(user(role), account(), role, PermissionMatrix.defaults(role)),
                    user(role),
                    1,
                    account());
            await().until(() -> customers.accountsOf(user(role)).contains(account()));
            new Http(port).put("/api/devices/" + own + "/assignments/" + user(role), admin, "{}");
        }
        await().until(() -> jdbc.sql("select count(*) from access_assignment where device_id = ?")
                        .param(UUID.fromString(own))
                        .query(Long.class)
                        .single()
                == CustomerRole.values().length);
    }

    private String device(String admin, String model, AccountId account) {
        var number = account.toString().substring(0, 8);
        events.publish(new AccountRegistered(account, "C" + number, "S" + number, "Acme", "NL", "NL"), account, 0);
        await().until(() -> customers.knows(account));
        return new Http(port)
                .post("/api/devices", admin, """
                        {"modelId":"%s","serialNumber":"%s","accountId":"%s"}""".formatted(model, UUID.randomUUID(), account))
                .json()
                .path("id")
                .asString();
    }

    @Override
    protected Map<String, Map<String, String>> scopes() {
        var colleague = user(CustomerRole.DEVICE_MANAGER).toString();
        return Map.of(
                "foreign", Map.of("deviceId", foreign, "userId", colleague),
                "own", Map.of("deviceId", own, "userId", colleague),
                "unknown", Map.of());
    }

    @Override
    protected String body(String method, String path) {
        return path.endsWith("/location") ? LOCATION : "{}";
    }
}
