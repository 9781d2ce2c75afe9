package io.platen.device;

import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.device.directory.Customers;
import io.platen.platform.access.Access;
import io.platen.platform.testing.EndpointMatrix;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what with a device of his own account, that everybody looks after, and with one of another. */
@PlatenIT
class DeviceEndpointsIT extends EndpointMatrix {

    private static final String WEB_ADMINISTRATOR = TestTokens.staff(StaffRole.WEB_ADMINISTRATOR);

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
    private Access access;

    @Autowired
    private JdbcClient jdbc;

    private final AccountId others = AccountId.random();

    private String own = "";
    private String foreign = "";
    private String ownRequest = "";
    private String foreignRequest = "";

    @BeforeEach
    void devices() {
        var model = post("/api/models", """
                {"manufacturer":"E","name":"W","counters":["TOTAL"],"tonerColours":[],"autoTonerCapable":false}""");
        own = device(model, account());
        foreign = device(model, others);
        for (var role : CustomerRole.values()) {
            events.publish(
                    new RoleAssigned(user(role), account(), role, PermissionMatrix.defaults(role)),
                    user(role),
                    1,
                    account());
        }
        var looksAfterDevices = Stream.of(CustomerRole.values())
                .filter(role -> PermissionMatrix.ceiling(role).contains(Function.DEVICE_VIEW))
                .toList();
        for (var role : looksAfterDevices) {
            await().until(() -> customers.accountsOf(user(role)).contains(account()));
            new Http(port).put("/api/devices/" + own + "/assignments/" + user(role), WEB_ADMINISTRATOR, "{}");
        }
        await().until(() -> jdbc.sql("select count(*) from access_assignment where device_id = ?")
                        .param(UUID.fromString(own))
                        .query(Long.class)
                        .single()
                == looksAfterDevices.size());
        ownRequest = request(account(), device(model, null));
        foreignRequest = request(others, device(model, null));
    }

    private String request(AccountId on, String wanted) {
        return new Http(port)
                .post("/api/device-requests", administrator(on), """
                        {"accountId":"%s","deviceId":"%s"}""".formatted(on, wanted))
                .json()
                .path("number")
                .asString();
    }

    private String group(AccountId on) {
        return new Http(port)
                .post("/api/device-groups", administrator(on), """
                        {"accountId":"%s","name":"G-%s","deviceIds":[]}""".formatted(on, UUID.randomUUID()))
                .json()
                .path("id")
                .asString();
    }

    private static String administrator(AccountId on) {
        return TestTokens.customer(UserId.random(), on, CustomerRole.ADMINISTRATOR);
    }

    private String device(String model, @Nullable AccountId account) {
        if (account != null) {
            var number = account.toString().substring(0, 8);
            events.publish(new AccountRegistered(account, "C" + number, "S" + number, "Acme", "NL", "NL"), account, 0);
            await().until(() ->
                    customers.knows(account) && access.region(account).isPresent());
        }
        var device = post("/api/devices", """
                        {"modelId":"%s","serialNumber":"%s","accountId":%s}""".formatted(
                        model, UUID.randomUUID(), account == null ? "null" : "\"" + account + "\""));
        await().until(() -> jdbc.sql("""
                        select exists (select from access_device
                                       where device_id = :device and account_id is not distinct from cast(:account as uuid))
                        """)
                .param("device", UUID.fromString(device))
                .param("account", account == null ? null : account.value())
                .query(Boolean.class)
                .single());
        return device;
    }

    private String post(String path, String body) {
        return new Http(port)
                .post(path, WEB_ADMINISTRATOR, body)
                .json()
                .path("id")
                .asString();
    }

    /** A group is there for every endpoint anew, because one deletes it. */
    @Override
    protected Map<String, Map<String, String>> scopes() {
        var colleague = user(CustomerRole.DEVICE_MANAGER).toString();
        return Map.of(
                "foreign",
                        Map.of(
                                "deviceId",
                                foreign,
                                "userId",
                                colleague,
                                "note",
                                "1",
                                "number",
                                foreignRequest,
                                "groupId",
                                group(others),
                                "accountId",
                                others.toString()),
                "own",
                        Map.of(
                                "deviceId",
                                own,
                                "userId",
                                colleague,
                                "note",
                                "1",
                                "number",
                                ownRequest,
                                "groupId",
                                group(account()),
                                "accountId",
                                account().toString()),
                "unknown", Map.of("note", "1"));
    }

    /** Nothing here changes what the next row needs. */
    @Override
    protected String body(String method, String path, Map<String, String> scope) {
        var account = scope.getOrDefault("accountId", UUID.randomUUID().toString());
        return switch (path) {
            case "/api/devices/{deviceId}/location" -> LOCATION;
            case "/api/devices/{deviceId}/notes/{note}" -> "{\"text\":\"Beside the lift\"}";
            case "/api/devices/{deviceId}/remote-monitoring" -> "{\"eligible\":false}";
            case "/api/devices/{deviceId}/replacement" -> """
                    {"newDeviceId":"%s","replacedOn":"2026-01-01","finalCounters":{},"firstCounters":{},"reason":"Burnt"}
                    """.formatted(UUID.randomUUID());
            case "/api/assignments", "/api/assignments/withdrawals" ->
                """
                    {"userId":"%s","deviceIds":["%s"]}""".formatted(scope.getOrDefault("userId", UUID.randomUUID().toString()), UUID.randomUUID());
            case "/api/device-requests/validation" -> """
                    {"accountId":"%s","serialNumber":"%s"}""".formatted(account, UUID.randomUUID());
            case "/api/device-requests" ->
                """
                    {"accountId":"%s","deviceId":"%s"}""".formatted(
                                account,
                                scope.getOrDefault("deviceId", UUID.randomUUID().toString()));
            case "/api/device-requests/{number}/rejection" -> "{\"reason\":\"No\"}";
            case "/api/device-groups" -> """
                    {"accountId":"%s","name":"G-%s","deviceIds":[]}""".formatted(account, UUID.randomUUID());
            case "/api/device-groups/{groupId}" -> """
                    {"name":"G-%s","deviceIds":[]}""".formatted(UUID.randomUUID());
            default -> "{}";
        };
    }
}
