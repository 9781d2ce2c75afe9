package io.platen.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.device.AgentHealthReported;
import io.platen.contracts.device.AgentState;
import io.platen.contracts.device.CommunicationTestFailed;
import io.platen.contracts.device.CommunicationTestPassed;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.device.directory.Customers;
import io.platen.platform.access.Access;
import io.platen.platform.eventstore.AggregateCache;
import io.platen.platform.security.Caller;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.Http.Answer;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatenIT
class DeviceServiceIT {

    private final AccountId account = AccountId.random();
    private final UserId manager = UserId.random();
    private final String admin = TestTokens.staff(StaffRole.WEB_ADMINISTRATOR);
    private final String administrator = customer(UserId.random(), account, CustomerRole.ADMINISTRATOR, Set.of());
    private final String agent = agent(account);
    private final String serial = "SN-" + UUID.randomUUID();

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private Customers customers;

    @Autowired
    private Access access;

    @Autowired
    private AggregateCache cache;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    private String model = "";
    private String device = "";

    @BeforeEach
    void aDeviceOnAnAccount() {
        known(account);
        known(manager, account);
        model = post("/api/models", admin, """
            {"manufacturer":"Epson","name":"WF-C5790","counters":["TOTAL","COLOUR"],
             "tonerColours":["BLACK","CYAN","MAGENTA","YELLOW"],"autoTonerCapable":true,"ratedMonthlyPages":2500,"counterDigits":7}
            """).json().path("id").asString();
        device = register(serial, account).json().path("id").asString();
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

        var again = register(serial.toLowerCase(Locale.ROOT), account);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json().path("code").asString()).isEqualTo("SERIAL_IN_USE");
        assertThat(again.json().path("errors").path(0).path("field").asString()).isEqualTo("serialNumber");
        assertThat(jdbc.sql("select count(*) from domain_event where payload ->> 'serialNumber' ilike ?")
                        .param(serial)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anUnknownModelAnUnknownAccountAndANonsenseZoneAreRefused() {
        assertThat(post("/api/devices", admin, """
            {"modelId":"%s","serialNumber":"X"}\
            """.formatted(UUID.randomUUID()))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("MODEL_UNKNOWN");
        assertThat(register("SN-" + UUID.randomUUID(), AccountId.random()).status())
                .isEqualTo(404);
        var zone = post("/api/devices", admin, """
            {"modelId":"%s","serialNumber":"Y","location":{"site":"S","street":"S","postalCode":"1","city":"C",
             "country":"PT","timeZone":"Europe/Atlantis"}}\
            """.formatted(model));
        assertThat(zone.status()).isEqualTo(400);
        assertThat(zone.json().path("errors").path(0).path("field").asString()).isEqualTo("location.timeZone");
    }

    @Test
    void badModelsAreRefusedByField() {
        var answer = post("/api/models", admin, """
            {"manufacturer":"E","name":"W","counters":["COLOUR"],"tonerColours":[],"autoTonerCapable":false}\
            """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("COUNTERS_INCONSISTENT");
        assertThat(post("/api/models", admin, "{\"manufacturer\":\"E\\u0000\"}").status())
                .isEqualTo(400);
    }

    @Test
    void anAdministratorAssignsAColleagueOnce() {
        var path = "/api/devices/" + device + "/assignments/" + manager;

        assertThat(put(path, administrator).json().path("result").asString()).isEqualTo("ASSIGNED");
        assertThat(put(path, administrator).json().path("result").asString()).isEqualTo("ALREADY_ASSIGNED");
        assertThat(put(path, admin).json().path("result").asString()).isEqualTo("ALREADY_ASSIGNED");
        assertThat(delete(path, administrator).status()).isEqualTo(204);
        assertThat(delete(path, administrator).status()).isEqualTo(204);
        assertThat(put(path, administrator).json().path("result").asString()).isEqualTo("ASSIGNED");
    }

    @Test
    void peopleAndDevicesOfOtherAccountsDoNotExist() {
        var stranger = UserId.random();
        known(stranger, AccountId.random());
        var path = "/api/devices/" + device + "/assignments/";

        assertThat(put(path + stranger, administrator).status()).isEqualTo(404);
        assertThat(put(path + stranger, admin).json().path("code").asString()).isEqualTo("USER_NOT_ON_ACCOUNT");
        assertThat(put(path + UserId.random(), admin).status()).isEqualTo(404);
        var foreign = customer(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR, Set.of());
        assertThat(put(path + manager, foreign).status()).isEqualTo(404);
        var deviceManager = customer(manager, account, CustomerRole.DEVICE_MANAGER, Set.of());
        assertThat(put(path + manager, deviceManager).status()).isEqualTo(403);
    }

    @Test
    void aUserTakesDevicesRowByRow() {
        var foreign = AccountId.random();
        known(foreign);
        var others =
                register("SN-" + UUID.randomUUID(), foreign).json().path("id").asString();
        var browsing = customer(manager, account, CustomerRole.DEVICE_MANAGER, Set.of(Function.DEVICE_BROWSE_ACCOUNT));
        var body = "{\"deviceIds\":[\"%s\",\"%s\",\"%s\"]}".formatted(device, others, UUID.randomUUID());

        assertThat(results(post("/api/my-devices", browsing, body)))
                .containsExactly("ASSIGNED", "NOT_FOUND", "NOT_FOUND");
        assertThat(results(post("/api/my-devices", browsing, body)))
                .containsExactly("ALREADY_ASSIGNED", "NOT_FOUND", "NOT_FOUND");
        assertThat(delete("/api/my-devices/" + device, browsing).status()).isEqualTo(204);
        assertThat(delete("/api/my-devices/" + device, browsing).status()).isEqualTo(404);
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
                report(5, at, serial.toLowerCase(Locale.ROOT), 101));

        var answer = post("/api/agent/reports", agent, batch);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(results(answer))
                .containsExactly(
                        "ACCEPTED", "DUPLICATE", "UNKNOWN_DEVICE", "INVALID", "INVALID", "INVALID", "ACCEPTED");
        assertThat(answer.json().path("results").path(3).path("detail").asString())
                .isEqualTo("unknown field colour");
        assertThat(answer.json().path("results").path(6).path("sequence").asLong())
                .isEqualTo(5);
        assertThat(stored("CommunicationReceived")).isEqualTo(1);
        assertThat(stored("AlertsReported")).isEqualTo(1);
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
            var news = report(i, at.plusSeconds(i), serial, i).replace("a door is open", "door " + i);
            assertThat(results(post("/api/agent/reports", agent, reports(news))))
                    .containsExactly("ACCEPTED");
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

    /** Ten thousand printers that are well would else be ten thousand events every five minutes. */
    @Test
    void aReportThatSaysWhatTheLastOneSaidIsNoEvent() {
        var at = Instant.now().minusSeconds(600);
        post("/api/agent/reports", agent, reports(report(1, at, serial, 100)));
        var before = storedOfDevice();

        var answer = post(
                "/api/agent/reports",
                agent,
                reports(
                        report(2, at.plusSeconds(1), serial, 101),
                        report(3, at.plusSeconds(2), serial, 102),
                        report(3, at.plusSeconds(2), serial, 102)));

        assertThat(results(answer)).containsExactly("ACCEPTED", "ACCEPTED", "DUPLICATE");
        assertThat(answer.json().path("results").path(2).path("lastSequence").asLong())
                .isEqualTo(3);
        assertThat(storedOfDevice()).isEqualTo(before);
        assertThat(results(post("/api/agent/reports", agent, reports(report(2, at.plusSeconds(9), serial, 103)))))
                .containsExactly("DUPLICATE");
    }

    @Test
    void whatIsDifferentGoesToTheDevice() {
        var at = Instant.now().minusSeconds(3_600);
        post("/api/agent/reports", agent, reports(report(1, at, serial, 100)));

        var news = report(2, at.plusSeconds(1), serial, 100).replace("\"percent\":1}", "\"percent\":100}");
        post("/api/agent/reports", agent, reports(report(2, at.plusSeconds(1), "NOBODYS", 1), news));
        assertThat(stored("SuppliesReported")).isEqualTo(2);
        assertThat(stored("CartridgeReplaced")).isEqualTo(1);

        // and after a quarter of an hour the sign of life that others wait for
        var later = report(3, at.plusSeconds(1_000), serial, 100).replace("\"percent\":1}", "\"percent\":100}");
        post("/api/agent/reports", agent, reports(later));
        assertThat(stored("CommunicationReceived")).isEqualTo(3);
    }

    @Test
    void afterSomethingElseHappenedToTheDeviceItIsAskedAgain() {
        var at = Instant.now().minusSeconds(600);
        post("/api/agent/reports", agent, reports(report(1, at, serial, 100)));
        put("/api/devices/" + device + "/location", administrator, """
            {"site":"Porto","street":"Rua 1","postalCode":"4000-001","city":"Porto","country":"PT",
             "timeZone":"Europe/Lisbon"}\
            """);

        post("/api/agent/reports", agent, reports(report(2, at.plusSeconds(1), serial, 100)));
        assertThat(stored("CommunicationReceived")).isEqualTo(2);
        post("/api/agent/reports", agent, reports(report(3, at.plusSeconds(2), serial, 100)));
        assertThat(stored("CommunicationReceived")).isEqualTo(2);
    }

    /** As two instances do, when an agent does not hear the answer of the first and tries the second. */
    @Test
    void ofOneBatchSentSeveralTimesAtOnceEachReportCountsOnce() {
        var at = Instant.now().minusSeconds(600);
        var batch = reports(
                report(1, at, serial, 100),
                report(2, at.plusSeconds(1), serial, 100).replace("a door is open", "jam"),
                report(3, at.plusSeconds(2), serial, 100).replace("a door is open", "jam"));

        var answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> post("/api/agent/reports", agent, batch)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(DeviceServiceIT::results).map(List::getFirst))
                .containsOnlyOnce("ACCEPTED");
        assertThat(stored("AlertsReported")).isEqualTo(2);
        assertThat(stored("TonerRanLow")).isEqualTo(3);
        assertThat(stored("CountersReported")).isEqualTo(1);
    }

    @Test
    void anAgentWhoseClockIsDecadesBehindIsTakenByThePlatforms() {
        var batch =
                "{\"agent\":{\"version\":\"0.1.0\",\"startedAt\":\"1970-01-01T00:00:10Z\",\"sentAt\":\"1970-01-01T00:10:00Z\"},"
                        + "\"reports\":[" + report(1, Instant.parse("1970-01-01T00:09:00Z"), serial, 7) + "]}";

        assertThat(results(post("/api/agent/reports", agent, batch))).containsExactly("ACCEPTED");
        var observed = jdbc.sql("""
            select payload ->> 'observedAt' from domain_event
            where aggregate_id = ? and type = 'CommunicationReceived'\
            """).param(device).query(String.class).single();
        assertThat(Instant.parse(observed))
                .isBetween(Instant.now().minusSeconds(120), Instant.now().minusSeconds(30));
    }

    @Test
    void howAnAgentIsGoesOnWhenItIsHeardFirstAndWhenItThrowsReportsAway() {
        var id = AgentId.random();
        var token = TestTokens.agent(id.toString(), account);
        post("/api/agent/reports", token, health(0, 0));
        post("/api/agent/reports", token, health(0, 0));
        post("/api/agent/reports", token, health(250, 17));

        var first = events.await(
                Topic.DEVICE,
                AgentHealthReported.class,
                event -> event.agentId().equals(id));
        assertThat(first.accountId()).isEqualTo(account);
        assertThat(first.version()).isEqualTo("0.1.0");
        assertThat(first.printersFound()).isEqualTo(40);
        assertThat(first.state()).isEqualTo(AgentState.OK);
        var dropping = events.await(
                Topic.DEVICE,
                AgentHealthReported.class,
                event -> event.agentId().equals(id) && event.state() == AgentState.DROPPING);
        assertThat(dropping.droppedReports()).isEqualTo(17);
        assertThat(jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                        .param(id.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private static String health(int buffered, int dropped) {
        return """
            {"agent":{"version":"0.1.0","startedAt":"2026-11-22T10:00:00Z","sentAt":"%s","bufferedReports":%d,
             "droppedReports":%d,"printersFound":40,"printersSilent":2},"reports":[]}\
            """.formatted(Instant.now(), buffered, dropped);
    }

    @Test
    void aCommunicationTestAtTheMachineIsRecordedOnceAndTold() {
        var id = DeviceId.of(device);

        assertThat(test(agent, serial, 1, true).json().path("result").asString())
                .isEqualTo("RECORDED");
        assertThat(test(agent, serial.toLowerCase(Locale.ROOT), 1, true)
                        .json()
                        .path("result")
                        .asString())
                .isEqualTo("DUPLICATE");
        assertThat(test(agent, serial, 2, false).json().path("result").asString())
                .isEqualTo("RECORDED");

        events.await(
                Topic.DEVICE,
                CommunicationTestPassed.class,
                event -> event.deviceId().equals(id));
        events.await(
                Topic.DEVICE,
                DeviceCommunicationReceived.class,
                event -> event.deviceId().equals(id));
        var failed = events.await(
                Topic.DEVICE,
                CommunicationTestFailed.class,
                event -> event.deviceId().equals(id));
        assertThat(failed.detail()).isEqualTo("no route");
        assertThat(stored("CommunicationReceived")).isEqualTo(1);
        assertThat(stored("CommunicationTestPassed")).isEqualTo(1);
        assertThat(stored("CommunicationTestFailed")).isEqualTo(1);
    }

    @Test
    void aCommunicationTestIsForTheAgentsOwnDevices() {
        assertThat(test(agent(AccountId.random()), serial, 1, true).status()).isEqualTo(404);
        assertThat(test(agent, "NOBODYS", 1, true).status()).isEqualTo(404);
        assertThat(test(administrator, serial, 1, true).status()).isEqualTo(403);
        var wrong = post("/api/agent/communication-tests", agent, "{\"serialNumber\":\"%s\"}".formatted(serial));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("errors").values())
                .extracting(error -> error.path("field").asString())
                .contains("sequence", "observedAt", "passed");
    }

    private Answer test(String token, String serialNumber, long sequence, boolean passed) {
        return post("/api/agent/communication-tests", token, """
            {"serialNumber":"%s","sequence":%d,"observedAt":"%s","passed":%s,"detail":%s}\
            """.formatted(
                        serialNumber, sequence, Instant.now(), passed, passed ? "null" : "\"no route\""));
    }

    private long storedOfDevice() {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(device)
                .query(Long.class)
                .single();
    }

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
        return answer.json().path("results").values().stream()
                .map(row -> row.path("result").asString())
                .toList();
    }

    @Test
    void aRepeatedCommandGetsTheSameAnswerAndAnotherOneIsAConflict() {
        var body = """
            {"manufacturer":"E","name":"W","counters":["TOTAL"],"tonerColours":[],"autoTonerCapable":false}\
            """;
        var key = UUID.randomUUID().toString();
        var http = new Http(port);

        var first = http.send("POST", "/api/models", admin, body, "Idempotency-Key", key);
        var second = http.send("POST", "/api/models", admin, body, "Idempotency-Key", key);
        var other = http.send("POST", "/api/models", admin, body.replace("W", "V"), "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Platen-Consistency"))
                .hasValue(first.json().path("id").asString() + "@0");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(http.send("POST", "/api/models", admin, body).code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void ofSeveralAtTheSameMomentOneGetsTheSerialNumber() {
        var contested = "SN-" + UUID.randomUUID();

        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> register(contested, account)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Answer::status)
                .toList();

        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers.stream().filter(status -> status == 422)).hasSize(7);
    }

    @Test
    void aDeviceMovesForThoseWhoLookAfterIt() {
        var path = "/api/devices/" + device + "/location";
        var id = DeviceId.of(device);
        var deviceManager = customer(manager, account, CustomerRole.DEVICE_MANAGER, Set.of());
        var rotterdam = """
            {"site":"Rotterdam","street":"Coolsingel 40","postalCode":"3011 AD","city":"Rotterdam","country":"NL",
             "timeZone":"Europe/Amsterdam","effectiveOn":%s}\
            """;
        await().untilAsserted(() -> assertThat(
                        put(path, administrator, rotterdam.formatted("null")).status())
                .isEqualTo(204));
        assertThat(put(path, deviceManager, rotterdam.formatted("null")).status())
                .isEqualTo(404);
        put("/api/devices/" + device + "/assignments/" + manager, administrator);
        await().untilAsserted(() -> assertThat(
                        put(path, deviceManager, rotterdam.formatted("null")).status())
                .isEqualTo(204));
        var stranger = customer(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR, Set.of());
        assertThat(put(path, stranger, rotterdam.formatted("null")).status()).isEqualTo(404);
        assertThat(put(path, administrator, rotterdam.formatted("\"1999-01-01\""))
                        .status())
                .isEqualTo(400);

        var moved = events.await(
                Topic.DEVICE,
                DeviceLocationChanged.class,
                event -> event.deviceId().equals(id) && event.location().city().equals("Rotterdam"));
        assertThat(moved.location().timeZone().getId()).isEqualTo("Europe/Amsterdam");
        assertThat(stored("LocationChanged")).isEqualTo(2);
    }

    @Test
    void whatHappensIsTold() {
        var id = DeviceId.of(device);
        post("/api/agent/reports", agent, reports(report(1, Instant.now(), serial, 42_976)));

        var registered = events.await(
                Topic.DEVICE, DeviceRegistered.class, event -> event.deviceId().equals(id));
        assertThat(registered.serialNumber()).isEqualTo(serial);
        assertThat(registered.counters()).containsExactly(Counter.TOTAL, Counter.COLOUR);
        assertThat(registered.counterDigits()).isEqualTo(7);
        var added = events.await(
                Topic.DEVICE,
                DeviceAddedToAccount.class,
                event -> event.deviceId().equals(id));
        assertThat(added.accountId()).isEqualTo(account);
        var counters = events.await(
                Topic.DEVICE, CounterReported.class, event -> event.deviceId().equals(id));
        assertThat(counters.counters()).containsOnlyKeys(Counter.TOTAL).containsEntry(Counter.TOTAL, 42_976L);
        var cyan = events.await(
                Topic.DEVICE,
                TonerLow.class,
                event -> event.deviceId().equals(id) && event.colour() == TonerColour.CYAN);
        assertThat(cyan.percent()).isEqualTo(1);
        assertThat(events.all(Topic.DEVICE).stream()
                        .filter(received -> received.event() instanceof TonerLow low
                                && low.deviceId().equals(id))
                        .map(received -> received.metadata().account()))
                .hasSize(3)
                .containsOnly(account);
    }

    @Test
    void whenAUserIsDeactivatedHisAssignmentsEnd() {
        var path = "/api/devices/" + device + "/assignments/" + manager;
        assertThat(put(path, administrator).json().path("result").asString()).isEqualTo("ASSIGNED");
        events.await(Topic.DEVICE, DeviceAssigned.class, event -> event.userId().equals(manager));

        var id = events.publish(new UserDeactivated(manager), manager, 2, account);
        events.publish(id, new UserDeactivated(manager), manager, 2, account);

        events.await(
                Topic.DEVICE, DeviceUnassigned.class, event -> event.userId().equals(manager));
        await().untilAsserted(() -> assertThat(customers.accountsOf(manager)).isEmpty());
        assertThat(put(path, administrator).status()).isEqualTo(404);
        var browsing = customer(manager, account, CustomerRole.DEVICE_MANAGER, Set.of(Function.DEVICE_BROWSE_ACCOUNT));
        await().untilAsserted(() -> assertThat(post("/api/my-devices", browsing, "{\"deviceIds\":[\"" + device + "\"]}")
                        .status())
                .isEqualTo(401));
    }

    private void known(AccountId id) {
        var numbers = id.toString().substring(0, 8);
        events.publish(new AccountRegistered(id, "C-" + numbers, "S-" + numbers, "Acme", "PT", "PT"), id, 0, id);
        await().until(() -> customers.knows(id) && access.region(id).isPresent());
    }

    private void known(UserId user, AccountId on) {
        var functions = PermissionMatrix.defaults(CustomerRole.DEVICE_MANAGER);
        events.publish(new RoleAssigned(user, on, CustomerRole.DEVICE_MANAGER, functions), user, 1, on);
        await().until(() -> customers.accountsOf(user).contains(on));
    }

    private Answer post(String path, String token, String body) {
        return new Http(port).post(path, token, body);
    }

    private Answer put(String path, String token) {
        return put(path, token, "{}");
    }

    private Answer put(String path, String token, String body) {
        return new Http(port).put(path, token, body);
    }

    private Answer delete(String path, String token) {
        return new Http(port).delete(path, token);
    }

    private static String customer(UserId user, AccountId account, CustomerRole role, Set<Function> granted) {
        var functions = PermissionMatrix.effective(role, granted, Set.of());
        var grant = new Caller.Grant(account, role, functions);
        return TestTokens.of(
                new Caller(Caller.Kind.CUSTOMER, user.toString(), "Ada", "en", List.of(grant), null, null));
    }

    private static String agent(AccountId account) {
        return TestTokens.agent(AgentId.random().toString(), account);
    }
}
