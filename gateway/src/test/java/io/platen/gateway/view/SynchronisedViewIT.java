package io.platen.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.contracts.identity.UserSignedOut;
import io.platen.platform.eventstore.RestoredFromElsewhereCheck;
import io.platen.platform.inbox.Received;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatenIT
class SynchronisedViewIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Events events;

    @Autowired
    private ViewWriter view;

    @Autowired
    private ViewRebuild rebuild;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    @Qualifier("restoredLiveEvents")
    private RestoredFromElsewhereCheck restored;

    private Http http;

    @BeforeEach
    void open() {
        http = new Http(port);
    }

    @Test
    void whatServicesPublishIsSeenByWhomItConcernsAndByNobodyElse() {
        var office = new Office();
        for (var arrival : office.history()) {
            events.publish(
                    arrival.metadata().eventId(),
                    arrival.event(),
                    arrival.metadata().aggregateId(),
                    arrival.metadata().sequence(),
                    office.account);
        }
        var manager = TestTokens.customer(office.manager, office.account, CustomerRole.DEVICE_MANAGER);
        var path = "/api/devices/" + office.device;
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(http.get(path, manager).body()).contains("\"total\":1000"));

        var device = http.get(path, manager).json();
        assertThat(device.path("serialNumber").asString()).isEqualTo(office.serialNumber);
        assertThat(device.path("assigned").asBoolean()).isTrue();
        assertThat(device.path("supplies").path(1).path("low").asBoolean()).isTrue();
        assertThat(device.path("supplies").path(0).path("percent").isNull()).isTrue();
        assertThat(http.get("/api/devices", manager).json().path("total").asInt())
                .isEqualTo(1);
        assertThat(http.get("/api/dashboard", manager)
                        .json()
                        .path("lowTonerTotal")
                        .asInt())
                .isEqualTo(1);
        assertThat(http.get(path + "/reads", manager)
                        .json()
                        .path("items")
                        .path(0)
                        .path("actor")
                        .path("name")
                        .asString())
                .isNotEmpty();
        assertThat(http.get(path + "/timeline", manager).status()).isEqualTo(200);
        assertThat(http.get("/api/me", manager).header("Platen-Position")).isPresent();
        assertThat(http.get("/api/customers", manager).status()).isEqualTo(403);

        // Another person of the same account, another account, another region, nobody.
        assertThat(http.get(path, TestTokens.customer(UserId.random(), office.account, CustomerRole.DEVICE_MANAGER))
                        .status())
                .isEqualTo(404);
        assertThat(http.get(path, TestTokens.customer(UserId.random(), office.account, CustomerRole.ADMINISTRATOR))
                        .status())
                .isEqualTo(200);
        assertThat(http.get(path, TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR))
                        .status())
                .isEqualTo(404);
        assertThat(http.get(path, TestTokens.customer(UserId.random(), office.account, CustomerRole.KNOWLEDGE_USER))
                        .status())
                .isEqualTo(403);
        assertThat(http.get(path, TestTokens.staff(StaffRole.CONTACT_CENTRE, "PT"))
                        .status())
                .isEqualTo(404);
        assertThat(http.get(path, TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL"))
                        .status())
                .isEqualTo(200);
        assertThat(http.get(path, null).status()).isEqualTo(401);
        var card = "/api/customers/" + office.systemAccountNumber;
        assertThat(http.get(card, TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL"))
                        .json()
                        .path("recentReads")
                        .size())
                .isEqualTo(1);
        assertThat(http.get(card, TestTokens.staff(StaffRole.CONTACT_CENTRE, "GB"))
                        .status())
                .isEqualTo(404);
        assertThat(http.get("/api/customers?q=" + office.serialNumber, TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL"))
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(http.get("/api/devices?sort=nonsense", manager).status()).isEqualTo(400);
        assertThat(http.get("/api/devices/nonsense", manager).status()).isIn(400, 404);
    }

    @Test
    void duplicatesAndAnotherOrderAcrossAggregatesMakeAnEqualView() {
        rebuild.forgetRows();
        var office = new Office();
        var history = new ArrayList<>(office.history());
        history.addAll(office.staff());
        history.addAll(office.incident());
        history.addAll(office.replenishment());
        history.addAll(office.enrolment());
        history.addAll(office.fleet());
        history.addAll(office.meters());
        history.addAll(office.reporting());
        history.addAll(office.billing(ReadId.random(), LocalDate.of(2026, 10, 1)));
        history.forEach(this::write);
        var once = snapshot();
        assertThat(ViewRebuild.TABLES)
                .as("tables of which nothing is compared")
                .allMatch(table -> once.stream().anyMatch(row -> row.startsWith(table + " ")));
        history.forEach(this::write);
        assertThat(snapshot()).as("all again").isEqualTo(once);

        rebuild.forgetRows();
        assertThat(snapshot()).isNotEqualTo(once);
        write(history);
        assertThat(snapshot()).as("all in one transaction").isEqualTo(once);

        rebuild.forgetRows();
        // Order holds within an aggregate only: here the last aggregate comes first.
        var aggregates = new ArrayList<>(history.stream()
                .map(arrival -> arrival.metadata().aggregateId())
                .distinct()
                .toList());
        java.util.Collections.reverse(aggregates);
        for (var aggregate : aggregates) {
            history.stream()
                    .filter(arrival -> arrival.metadata().aggregateId().equals(aggregate))
                    .forEach(this::write);
        }
        assertThat(snapshot()).as("another order").isEqualTo(once);
        rebuild.forgetRows();
    }

    @Test
    void theStreamTellsInOrderResumesWithoutGapsAndEndsWithTheRights() throws Exception {
        var office = new Office();
        office.history().forEach(this::write);
        var manager = TestTokens.customer(office.manager, office.account, CustomerRole.DEVICE_MANAGER);
        var start = http.get("/api/me", manager).header("Platen-Position").orElseThrow();
        try (var mine = new Listener(manager, start);
                var foreign = new Listener(
                        TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR), start)) {
            for (int i = 1; i <= 20; i++) {
                write(office.read(LocalDate.of(2026, 10, 1).plusDays(i), 1000 + i));
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> mine.ids.size() >= 20);
            assertThat(foreign.ids).isEmpty();
            try (var again = new Listener(manager, mine.ids.get(4))) {
                await().atMost(Duration.ofSeconds(10)).until(() -> again.ids.size() >= 15);
                assertThat(again.ids).isEqualTo(mine.ids.subList(5, 20));
            }
            write(office.arrival(office.manager.toString(), new UserDeactivated(office.manager)));
            await().atMost(Duration.ofSeconds(2)).untilTrue(mine.ended);
        }
        assertThat(http.get("/api/me", manager).status()).isEqualTo(401);
    }

    /** ID-50: signing out ends what the access token opened; who signs in again goes on. */
    @Test
    void aTokenOfBeforeTheSignOutIsRefused() {
        var office = new Office();
        office.history().forEach(this::write);
        var before = TestTokens.customer(office.manager, office.account, CustomerRole.DEVICE_MANAGER);
        assertThat(http.get("/api/me", before).status()).isEqualTo(200);

        // tokens know whole seconds only
        var second = Instant.now().getEpochSecond();
        await().pollInterval(Duration.ofMillis(20)).until(() -> Instant.now().getEpochSecond() > second);
        write(office.arrival(office.manager.toString(), new UserSignedOut(office.manager)));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> http.get("/api/me", before).status() == 401);
        var again = TestTokens.customer(office.manager, office.account, CustomerRole.DEVICE_MANAGER);
        assertThat(http.get("/api/me", again).status()).isEqualTo(200);
        assertThat(jdbc.sql("select rights_changed_at is not null from view_user where user_id = ?")
                        .param(office.manager.value())
                        .query(Boolean.class)
                        .single())
                .as("a gateway that starts later knows it too")
                .isTrue();
    }

    @Test
    void whatHappenedBeforeTheStreamsMemoryIsInTheViewAndNoNews() {
        var office = new Office();
        var history = office.history();
        var lastMonth = Instant.now().minus(Duration.ofDays(30));
        history.forEach(arrival -> write(at(lastMonth, arrival)));
        rebuild.forgetRows();
        history.forEach(arrival -> write(at(lastMonth, arrival)));
        var recent = at(Instant.now().minus(Duration.ofHours(23)), office.read(LocalDate.of(2026, 10, 2), 1001));
        write(recent);

        assertThat(jdbc.sql("select count(*) from view_read where device_id = ?")
                        .param(office.device.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select event_id from live_event where device_id = ?")
                        .param(office.device.value())
                        .query(String.class)
                        .list())
                .containsExactly(recent.metadata().eventId());
        rebuild.forgetRows();
    }

    /** A long transaction would hold back the readers of all services, and die of its time-out. */
    @Test
    void theViewIsForgottenInSmallSteps() {
        jdbc.sql("""
                        insert into view_timeline (event_id, type, occurred_at, sequence, actor, data)
                        select 'step-' || n, 'TonerLow', now(), n, 'test', '{}' from generate_series(1, ?) n
                        """).param(2 * ViewRebuild.STEP + 1).update();
        jdbc.sql("create table forgotten (rows bigint, transaction xid8 default pg_current_xact_id())")
                .update();
        jdbc.sql("""
                        create function note_forgotten() returns trigger language plpgsql as $$
                        begin
                            insert into forgotten (rows) select count(*) from gone;
                            return null;
                        end $$
                        """).update();
        jdbc.sql("create trigger note_forgotten after delete on view_timeline referencing old table as gone"
                        + " for each statement execute function note_forgotten()")
                .update();
        try {
            rebuild.forgetRows();

            assertThat(jdbc.sql("select max(sum) from (select sum(rows) from forgotten group by transaction) s")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(ViewRebuild.STEP);
            assertThat(jdbc.sql("select count(*) from view_timeline")
                            .query(Integer.class)
                            .single())
                    .isZero();
        } finally {
            jdbc.sql("drop trigger note_forgotten on view_timeline").update();
            jdbc.sql("drop function note_forgotten").update();
            jdbc.sql("drop table forgotten").update();
        }
    }

    @Test
    void aPlannerHearsOnlyWhatHeAsksFor() throws Exception {
        var office = new Office();
        var other = new Office();
        var start = http.get("/api/me", TestTokens.staff(StaffRole.DISPATCH_PLANNER, "NL"))
                .header("Platen-Position")
                .orElseThrow();
        var planner = TestTokens.staff(StaffRole.DISPATCH_PLANNER, "NL");
        office.history().forEach(this::write);
        other.history().forEach(this::write);
        var end = office.read(LocalDate.of(2026, 10, 2), 1001);
        write(office.arrival(
                "elsewhere", new AccountRegistered(AccountId.random(), "C", "S-elsewhere", "Elsewhere", "PT", "PT")));
        try (var all = new Listener(planner, start);
                var reads = new Listener(
                        planner,
                        start,
                        "?type=MeterReadSubmitted&type=TonerLow&object=" + office.device + "&region=NL");
                var elsewhere = new Listener(
                        TestTokens.staff(StaffRole.WEB_ADMINISTRATOR), start, "?region=PT&type=MeterReadSubmitted")) {
            await().atMost(Duration.ofSeconds(10)).until(() -> all.types.contains("MeterReadSubmitted"));
            write(end);
            await().atMost(Duration.ofSeconds(10)).until(() -> reads.types.size() >= 3);

            assertThat(reads.types).containsExactly("TonerLow", "MeterReadSubmitted", "MeterReadSubmitted");
            assertThat(all.types).contains("DeviceRegistered", "DeviceAssigned");
            assertThat(elsewhere.types).isEmpty();
        }
        for (var nonsense : List.of("type=TonerLost", "region=Mars", "object=1")) {
            var refused = http.get("/api/live?" + nonsense, planner);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("errors").path(0).path("field").asString())
                    .isEqualTo(nonsense.substring(0, nonsense.indexOf('=')));
        }
        var described = http.get("/api/openapi.json", null).json().path("paths").path("/api/live");
        assertThat(described.path("get").path("parameters").findValuesAsString("name"))
                .contains("type", "region", "object");
    }

    @Test
    void whatNobodyTypesIsRefusedAndNoFaultOfOurs() {
        var desk = TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL");
        for (var path : List.of("/api/devices", "/api/customers", "/api/devices/" + new Office().device + "/reads")) {
            var refused = http.get(path + "?q=a%00b", desk);
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.json().path("errors").path(0).path("field").asString())
                    .isEqualTo("q");
        }
        assertThat(http.get("/api/devices?q=a%09b%20%F0%9F%96%A8", desk).status())
                .isEqualTo(200);
    }

    @Test
    void readsAreSearchedByDaySourceAndReader() {
        var office = new Office();
        office.history().forEach(this::write);
        write(office.read(LocalDate.of(2026, 10, 2), 1001));
        var manager = TestTokens.customer(office.manager, office.account, CustomerRole.DEVICE_MANAGER);
        var reads = "/api/devices/" + office.device + "/reads";

        assertThat(total(reads, manager)).isEqualTo(2);
        assertThat(total(reads + "?q=2026-10-02", manager)).isEqualTo(1);
        assertThat(total(reads + "?q=customer%20mia", manager)).isEqualTo(2);
        assertThat(total(reads + "?q=phone", manager)).isZero();
        assertThat(total(reads + "?q=2026-10&size=1", manager)).isEqualTo(2);
    }

    private int total(String path, String token) {
        return http.get(path, token).json().path("total").asInt(-1);
    }

    @Test
    void aStreamOfAnotherClusterIsNoticedAtStart() {
        jdbc.sql("""
                        insert into live_event (transaction_id, event_id, type, kind, object_id, actor, occurred_at, data)
                        values ('9000000000', 'from elsewhere', 'TonerLow', 'DEVICE', '1', 'test', now(), '{}')
                        """).update();
        try {
            assertThatThrownBy(restored::afterSingletonsInstantiated)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("truncate live_event");
        } finally {
            jdbc.sql("delete from live_event where event_id = 'from elsewhere'").update();
        }
        assertThatCode(restored::afterSingletonsInstantiated).doesNotThrowAnyException();
    }

    private static Office.Arrival at(Instant when, Office.Arrival arrival) {
        var told = arrival.metadata();
        return new Office.Arrival(
                arrival.event(),
                new EventMetadata(
                        told.eventId(),
                        told.aggregateId(),
                        told.sequence(),
                        when,
                        told.account(),
                        told.actor(),
                        told.correlationId(),
                        told.causationId()));
    }

    private void write(Office.Arrival arrival) {
        write(List.of(arrival));
    }

    private void write(List<Office.Arrival> arrivals) {
        transaction.executeWithoutResult(status -> view.write(arrivals.stream()
                .map(arrival -> new Received(arrival.event(), arrival.metadata()))
                .toList()));
    }

    private List<String> snapshot() {
        var rows = new ArrayList<String>();
        for (var table : ViewRebuild.TABLES) {
            rows.addAll(jdbc.sql("select '" + table + " ' || t::text from " + table + " t order by 1")
                    .query(String.class)
                    .list());
        }
        return rows;
    }

    /** A live stream being read. */
    private final class Listener implements AutoCloseable {

        final List<String> ids = new CopyOnWriteArrayList<>();
        final List<String> types = new CopyOnWriteArrayList<>();
        final AtomicBoolean ended = new AtomicBoolean();
        private final HttpClient client = HttpClient.newHttpClient();

        Listener(String token, String from) throws IOException, InterruptedException {
            this(token, from, "");
        }

        Listener(String token, String from, String query) throws IOException, InterruptedException {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/live" + query))
                            .header("Authorization", token.startsWith("Bearer ") ? token : "Bearer " + token)
                            .header("Last-Event-ID", from)
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(() -> {
                try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                        if (line.startsWith("id: ")) {
                            ids.add(line.substring(4));
                        } else if (line.startsWith("event: ")) {
                            types.add(line.substring(7));
                        }
                    }
                } catch (IOException e) {
                    // closed by the test
                    return;
                } finally {
                    ended.set(true);
                }
            });
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
