package io.platen.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.UserId;
import io.platen.device.directory.Customers;
import io.platen.platform.eventstore.Postgres;
import io.platen.platform.security.Caller;
import io.platen.platform.security.CallerClaims;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeviceServiceIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TestConfiguration
    static class UnsignedTokens {
        @Bean
        JwtDecoder unsigned() {
            return token -> {
                Map<String, Object> claims = JSON.readValue(
                        Base64.getUrlDecoder().decode(token), new TypeReference<Map<String, Object>>() {});
                return Jwt.withTokenValue(token)
                        .header("alg", "none")
                        .claims(all -> all.putAll(claims))
                        .build();
            };
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        var database = Postgres.newDatabase();
        properties.add("spring.datasource.url", () -> Postgres.url(database));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
        properties.add("spring.kafka.bootstrap-servers", () -> "localhost:1");
        properties.add("spring.kafka.admin.fail-fast", () -> "false");
    }

    private record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final AccountId account = AccountId.random();
    private final UserId manager = UserId.random();
    private final String admin = staff(StaffRole.WEB_ADMINISTRATOR);
    private final String administrator = customer(UserId.random(), account, CustomerRole.ADMINISTRATOR, Set.of());
    private final String agent = agent(account);
    private final String serial = "SN-" + UUID.randomUUID();

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    private String model = "";
    private String device = "";

    @BeforeEach
    void aDeviceOnAnAccount() {
        customers.add(account);
        customers.add(manager, account);
        model = post("/api/models", admin, """
                {"manufacturer":"Epson","name":"WF-C5790","counters":["TOTAL","COLOUR"],
                 "tonerColours":["BLACK","CYAN","MAGENTA","YELLOW"],"autoTonerCapable":true,"ratedMonthlyPages":2500}
                """).body().path("id").asString();
        device = register(serial, account).body().path("id").asString();
    }

    private Answer register(String serialNumber, @Nullable AccountId owner) {
        return post("/api/devices", admin, """
                {"modelId":"%s","serialNumber":"%s","equipmentNumber":"EQ-1","accountId":%s,
                 "location":{"site":"Lisbon","street":"Rua Augusta 1","postalCode":"1100-048","city":"Lisboa",
                             "country":"PT","room":"2.05","timeZone":"Europe/Lisbon"}}
                """.formatted(
                        model, serialNumber, owner == null ? "null" : "\"" + owner + "\""));
    }

    @Test
    void aSerialNumberIsTakenOncePerModelWhateverItsCase() {
        assertThat(UUID.fromString(device)).isNotNull();

        var again = register(serial.toLowerCase(java.util.Locale.ROOT), account);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body().path("code").asString()).isEqualTo("SERIAL_IN_USE");
        assertThat(again.body().path("errors").path(0).path("field").asString()).isEqualTo("serialNumber");
        assertThat(jdbc.sql("select count(*) from domain_event where payload ->> 'serialNumber' ilike ?")
                        .param(serial)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anUnknownModelAnUnknownAccountAndANonsenseZoneAreRefused() {
        assertThat(post("/api/devices", admin, """
                        {"modelId":"%s","serialNumber":"X"}""".formatted(UUID.randomUUID()))
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("MODEL_UNKNOWN");
        assertThat(register("SN-" + UUID.randomUUID(), AccountId.random()).status())
                .isEqualTo(404);
        var zone = post("/api/devices", admin, """
                {"modelId":"%s","serialNumber":"Y","location":{"site":"S","street":"S","postalCode":"1","city":"C",
                 "country":"PT","timeZone":"Europe/Atlantis"}}""".formatted(model));
        assertThat(zone.status()).isEqualTo(400);
        assertThat(zone.body().path("errors").path(0).path("field").asString()).isEqualTo("location.timeZone");
    }

    @Test
    void badModelsAreRefusedByField() {
        var answer = post("/api/models", admin, """
                {"manufacturer":"E","name":"W","counters":["COLOUR"],"tonerColours":[],"autoTonerCapable":false}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").path(0).path("code").asString()).isEqualTo("COUNTERS_INCONSISTENT");
        assertThat(post("/api/models", admin, "{\"manufacturer\":\"E\\u0000\"}").status())
                .isEqualTo(400);
    }

    @Test
    void anAdministratorAssignsAColleagueOnce() {
        var path = "/api/devices/" + device + "/assignments/" + manager;

        assertThat(put(path, administrator).body().path("result").asString()).isEqualTo("ASSIGNED");
        assertThat(put(path, administrator).body().path("result").asString()).isEqualTo("ALREADY_ASSIGNED");
        assertThat(put(path, admin).body().path("result").asString()).isEqualTo("ALREADY_ASSIGNED");
        assertThat(send("DELETE", path, administrator, null).status()).isEqualTo(204);
        assertThat(send("DELETE", path, administrator, null).status()).isEqualTo(404);
        assertThat(put(path, administrator).body().path("result").asString()).isEqualTo("ASSIGNED");
    }

    @Test
    void peopleAndDevicesOfOtherAccountsDoNotExist() {
        var stranger = UserId.random();
        customers.add(stranger, AccountId.random());
        var path = "/api/devices/" + device + "/assignments/";

        assertThat(put(path + stranger, administrator).status()).isEqualTo(404);
        assertThat(put(path + stranger, admin).body().path("code").asString()).isEqualTo("USER_NOT_ON_ACCOUNT");
        assertThat(put(path + UserId.random(), admin).status()).isEqualTo(404);
        var foreign = customer(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR, Set.of());
        assertThat(put(path + manager, foreign).status()).isEqualTo(404);
        var deviceManager = customer(manager, account, CustomerRole.DEVICE_MANAGER, Set.of());
        assertThat(put(path + manager, deviceManager).status()).isEqualTo(403);
    }

    @Test
    void aUserTakesDevicesRowByRow() {
        var foreign = AccountId.random();
        customers.add(foreign);
        var others =
                register("SN-" + UUID.randomUUID(), foreign).body().path("id").asString();
        var browsing = customer(manager, account, CustomerRole.DEVICE_MANAGER, Set.of(Function.DEVICE_BROWSE_ACCOUNT));
        var body = "{\"deviceIds\":[\"%s\",\"%s\",\"%s\"]}".formatted(device, others, UUID.randomUUID());

        assertThat(results(post("/api/my-devices", browsing, body)))
                .containsExactly("ASSIGNED", "NOT_FOUND", "NOT_FOUND");
        assertThat(results(post("/api/my-devices", browsing, body)))
                .containsExactly("ALREADY_ASSIGNED", "NOT_FOUND", "NOT_FOUND");
        assertThat(send("DELETE", "/api/my-devices/" + device, browsing, null).status())
                .isEqualTo(204);
        assertThat(send("DELETE", "/api/my-devices/" + device, browsing, null).status())
                .isEqualTo(404);
    }

    @Test
    void reportsAreTakenOneByOneInTheirOrder() {
        var at = Instant.now();
        var batch = reports(
                report(1, at, serial, 100),
                report(1, at, serial, 100),
                report(2, at, "NOBODYS", 1),
                "{\"sequence\":3,\"observedAt\":\"%s\",\"serialNumber\":\"%s\",\"colour\":1}".formatted(at, serial),
                "{\"sequence\":\"four\"}",
                "null",
                report(5, at, serial.toLowerCase(java.util.Locale.ROOT), 101));

        var answer = post("/api/agent/reports", agent, batch);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(results(answer))
                .containsExactly(
                        "ACCEPTED", "DUPLICATE", "UNKNOWN_DEVICE", "INVALID", "INVALID", "INVALID", "ACCEPTED");
        assertThat(answer.body().path("results").path(3).path("detail").asString())
                .isEqualTo("unknown field colour");
        assertThat(answer.body().path("results").path(6).path("sequence").asLong())
                .isEqualTo(5);
        assertThat(stored("CommunicationReceived")).isEqualTo(2);
        assertThat(stored("CountersReported")).isEqualTo(1);
        assertThat(stored("SuppliesReported")).isEqualTo(1);
        assertThat(stored("TonerRanLow")).isEqualTo(3);
    }

    @Test
    void anAgentOfAnotherAccountDoesNotFindTheDevice() {
        var answer =
                post("/api/agent/reports", agent(AccountId.random()), reports(report(1, Instant.now(), serial, 1)));

        assertThat(results(answer)).containsExactly("UNKNOWN_DEVICE");
    }

    @Test
    void aDeviceOutlivesItsSnapshotAndTheCache() {
        var at = Instant.now().minusSeconds(3_600);
        for (int i = 1; i <= 130; i++) {
            var answer = post("/api/agent/reports", agent, reports(report(i, at.plusSeconds(i), serial, i)));
            assertThat(results(answer)).containsExactly("ACCEPTED");
        }
        await().untilAsserted(
                        () -> assertThat(jdbc.sql("select count(*) from aggregate_snapshot where aggregate_id = ?")
                                        .param(device)
                                        .query(Long.class)
                                        .single())
                                .isEqualTo(1));
        cache.removeAll();

        assertThat(results(post("/api/agent/reports", agent, reports(report(130, at.plusSeconds(131), serial, 131)))))
                .containsExactly("DUPLICATE");
        assertThat(results(post("/api/agent/reports", agent, reports(report(131, at.plusSeconds(131), serial, 131)))))
                .containsExactly("ACCEPTED");
        assertThat(stored("TonerRanLow")).isEqualTo(3);
    }

    @Autowired
    private io.platen.platform.eventstore.AggregateCache cache;

    @Test
    void onlyAgentsReportAndOnlyAdministratorsRegister() {
        assertThat(post("/api/agent/reports", admin, reports()).status()).isEqualTo(403);
        assertThat(post("/api/models", administrator, "{}").status()).isEqualTo(403);
        assertThat(post("/api/models", agent, "{}").status()).isEqualTo(403);
        assertThat(post("/api/devices", administrator, "{}").status()).isEqualTo(403);
        assertThat(post("/api/agent/reports", agent, "{\"reports\":17}").status())
                .isEqualTo(400);
    }

    private long stored(String type) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ? and type = ?")
                .params(device, type)
                .query(Long.class)
                .single();
    }

    private static String report(long sequence, Instant at, String serial, long total) {
        return """
                {"sequence":%d,"observedAt":"%s","serialNumber":"%s","manufacturer":"Epson","model":"WF-C5790",
                 "counters":{"total":%d,"colour":null,"blackWhite":null},
                 "supplies":[{"index":1,"kind":"INK","colour":"BLACK","description":"Black","level":{"state":"SOME_LEFT"}},
                             {"index":2,"kind":"INK","colour":"CYAN","description":"Cyan",
                              "level":{"state":"MEASURED","percent":1}}],
                 "low":["CYAN","MAGENTA","YELLOW"],"replaced":[],"alerts":["a door is open"]}
                """.formatted(sequence, at, serial, total);
    }

    private static String reports(String... reports) {
        return "{\"agent\":{\"version\":\"0.1.0\",\"startedAt\":\"2026-11-22T10:00:00Z\",\"bufferedReports\":0},"
                + "\"reports\":[" + String.join(",", reports) + "]}";
    }

    private static List<String> results(Answer answer) {
        return answer.body().path("results").values().stream()
                .map(row -> row.path("result").asString())
                .toList();
    }

    private Answer post(String path, String token, String body) {
        return send("POST", path, token, body);
    }

    private Answer put(String path, String token) {
        return send("PUT", path, token, "{}");
    }

    private Answer send(String method, String path, String token, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body()),
                    response);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String customer(UserId user, AccountId account, CustomerRole role, Set<Function> granted) {
        var functions = PermissionMatrix.effective(role, granted, Set.of());
        return token(new Caller(
                Caller.Kind.CUSTOMER,
                user.toString(),
                "Ada",
                "en",
                List.of(new Caller.Grant(account, role, functions)),
                null,
                null));
    }

    private static String staff(StaffRole role) {
        return token(new Caller(
                Caller.Kind.STAFF,
                UserId.random().toString(),
                "Grace",
                "en",
                List.of(),
                new Caller.Staff(role, Set.of(), PermissionMatrix.functions(role)),
                null));
    }

    private static String agent(AccountId account) {
        return token(
                new Caller(Caller.Kind.AGENT, AgentId.random().toString(), "agent", "en", List.of(), null, account));
    }

    private static String token(Caller caller) {
        var claims = Map.of("sub", caller.subject(), "platen", CallerClaims.write(caller));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(claims).getBytes(StandardCharsets.UTF_8));
    }
}
