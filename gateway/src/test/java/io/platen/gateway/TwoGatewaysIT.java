package io.platen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.gateway.view.Office;
import io.platen.platform.testing.AnotherInstance;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.RealInfrastructure;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two gateways on one database and in one group of consumers: it does not matter which of them somebody talks to. */
@PlatenIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoGatewaysIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalDate SECOND_READ = LocalDate.of(2026, 10, 2);
    private static final String DESK = TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL");

    /** One gateway, as a client and as the operator see it. */
    private record Gateway(ConfigurableApplicationContext context, int port) {

        Http http() {
            return new Http(port);
        }

        void consume(boolean wanted) {
            AnotherInstance.consume(context, wanted);
        }

        double handled() {
            return context
                    .getBean(MeterRegistry.class)
                    .find("platen.inbox.events")
                    .tag("outcome", "handled")
                    .counters()
                    .stream()
                    .mapToDouble(Counter::count)
                    .sum();
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    private AnotherInstance another;
    private List<Gateway> gateways = List.of();

    @BeforeAll
    void start() {
        another = AnotherInstance.of(GatewayApplication.class, context.getEnvironment());
        gateways = List.of(new Gateway(context, port), new Gateway(another.context(), another.port()));
    }

    @BeforeEach
    void bothConsume() {
        gateways.forEach(gateway -> gateway.consume(true));
        awaitConsumers(2);
    }

    @AfterAll
    void stop() {
        another.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatOneConsumesIsToldByTheOther(int consuming) {
        var consumer = gateways.get(consuming);
        var idle = gateways.get(1 - consuming);
        idle.consume(false);
        awaitConsumers(1);
        var office = new Office();
        publish(office.history());
        var manager = managerOf(office);
        await().atMost(PATIENCE)
                .until(() -> seesTotal(consumer, office, manager, 1000) && seesTotal(idle, office, manager, 1000));

        try (var stream = LiveStream.open(idle.port(), manager, null);
                var there = LiveStream.open(consumer.port(), manager, null)) {
            for (int i = 1; i <= 5; i++) {
                publish(List.of(office.read(LocalDate.of(2026, 10, 1).plusDays(i), 1000 + i)));
                var count = i;
                // seconds, not the minute of the next clean-up: the idle one looks for itself
                await().atMost(Duration.ofSeconds(3))
                        .until(() -> newReads(stream).size() == count);
            }
            await().atMost(PATIENCE).until(() -> newReads(there).size() == 5);
            assertThat(newReads(stream)).isEqualTo(newReads(there));

            publish(List.of(office.arrival(office.manager.toString(), new UserDeactivated(office.manager))));
            await("a revoked person's stream ends on both")
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> stream.hasEnded() && there.hasEnded());
            assertThat(idle.http().get("/api/me", manager).status()).isEqualTo(401);
        }
    }

    /** VIEW-17: the token of a command that another gateway passed on and whose event another gateway consumed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aQueryAtOneWaitsForWhatTheOtherConsumes(int consuming) throws Exception {
        var idle = gateways.get(1 - consuming);
        idle.consume(false);
        awaitConsumers(1);
        var office = new Office();
        publish(office.history());
        var manager = managerOf(office);
        await().atMost(PATIENCE).until(() -> seesTotal(idle, office, manager, 1000));
        var read = office.read(SECOND_READ, 1001);
        var token = read.metadata().aggregateId() + "@" + read.metadata().sequence();

        var asked =
                jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
        var answer = CompletableFuture.supplyAsync(() -> idle.http()
                .get("/api/devices/" + office.device + "/reads", manager, "Platen-Consistency", "meter/" + token));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> looksForIt(asked));
        publish(List.of(read));

        assertThat(answer.get()
                        .json()
                        .path("items")
                        .path(0)
                        .path("counters")
                        .path("total")
                        .asInt())
                .isEqualTo(1001);
    }

    /** VIEW-14, with both consuming at once and a reader who is thrown from one to the other. */
    @Test
    void aPositionOfOneIsGoodForTheOtherWithoutLossOrDouble() {
        var offices = IntStream.range(0, 12).mapToObj(i -> new Office()).toList();
        offices.forEach(office -> publish(office.history()));
        await().atMost(PATIENCE)
                .until(() -> offices.stream().allMatch(office -> seesTotal(gateways.getFirst(), office, DESK, 1000)));
        var start = gateways.get(1)
                .http()
                .get("/api/me", DESK)
                .header("Platen-Position")
                .orElseThrow();
        var wanted = 600;
        var handledBefore = gateways.stream().map(Gateway::handled).toList();

        try (var first = LiveStream.open(gateways.get(0).port(), DESK, start);
                var second = LiveStream.open(gateways.get(1).port(), DESK, start)) {
            var publishing = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < wanted; i++) {
                    var office = offices.get(i % offices.size());
                    publish(List.of(office.read(SECOND_READ, 1001L + i)));
                }
            });
            var thrown = new ArrayList<LiveStream.Told>();
            var hops = 0;
            while (thrown.size() < wanted && hops < 2 * wanted) {
                var from = thrown.isEmpty() ? start : thrown.getLast().position();
                try (var stream = LiveStream.open(gateways.get(hops++ % 2).port(), DESK, from)) {
                    var enough = Math.min(wanted - thrown.size(), 1 + hops % 20);
                    await().atMost(PATIENCE).until(() -> newReads(stream).size() >= enough);
                    // No more than that, however much has come: he is thrown often, whatever the machine's speed.
                    thrown.addAll(newReads(stream).subList(0, enough));
                }
            }
            publishing.join();
            await().atMost(PATIENCE)
                    .until(() -> Stream.of(first, second)
                            .allMatch(stream -> newReads(stream).size() >= wanted));

            var order = readsInTheOrderOfTheView(offices);
            assertThat(order).hasSize(wanted);
            assertThat(positions(newReads(first))).as("all told by one").isEqualTo(order);
            assertThat(positions(newReads(second))).as("all told by the other").isEqualTo(order);
            assertThat(positions(thrown))
                    .as("all told over %s connections", hops)
                    .isEqualTo(order);
            assertThat(hops).as("connections").isGreaterThan(20);
            assertThat(gateways)
                    .as("took part in consuming")
                    .allSatisfy(gateway -> assertThat(gateway.handled())
                            .isGreaterThan(handledBefore.get(gateways.indexOf(gateway)) + wanted / 10.0));
        }
    }

    @Test
    void aPositionThatNoGatewayCanHaveToldIsAGapAndTheStreamGoesOn() {
        var office = new Office();
        publish(office.history());
        var manager = managerOf(office);
        await().atMost(PATIENCE).until(() -> seesTotal(gateways.getFirst(), office, manager, 1000));

        try (var stream = LiveStream.open(port, manager, "999999999999-1")) {
            publish(List.of(office.read(SECOND_READ, 1001)));

            await().atMost(PATIENCE).until(() -> newReads(stream).size() == 1);
            assertThat(stream.told().getFirst().type()).isEqualTo("Gap");
        }
    }

    /** A group that changes again before it has settled can take a session's timeout to do so. */
    private void awaitConsumers(int instances) {
        var environment = context.getEnvironment();
        var group = environment.getRequiredProperty("platen.inbox.group") + ".view";
        var threads = environment.getRequiredProperty("platen.inbox.concurrency", Integer.class);
        try (var kafka = Admin.create(Map.of("bootstrap.servers", RealInfrastructure.bootstrapServers()))) {
            await("the group has settled").atMost(Duration.ofSeconds(90)).until(() -> {
                var found =
                        kafka.describeConsumerGroups(List.of(group)).all().get().get(group);
                return found != null
                        && found.groupState() == GroupState.STABLE
                        && found.members().size() == instances * threads;
            });
        }
    }

    /** Whether a gateway has asked the database since then how far the view is. */
    private boolean looksForIt(OffsetDateTime since) {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity where query like ? and query_start > ?)
                        """)
                .params("%from view_progress p%", since)
                .query(Boolean.class)
                .single();
    }

    private void publish(List<Office.Arrival> arrivals) {
        for (var arrival : arrivals) {
            events.publish(
                    arrival.metadata().eventId(),
                    arrival.event(),
                    arrival.metadata().aggregateId(),
                    arrival.metadata().sequence(),
                    arrival.metadata().account());
        }
    }

    /** To be asked for behind the history: whoever was given a role since his token was issued needs a new one. */
    private static String managerOf(Office office) {
        return TestTokens.customer(office.manager, office.account, CustomerRole.DEVICE_MANAGER);
    }

    private static boolean seesTotal(Gateway gateway, Office office, String token, int total) {
        return gateway.http().get("/api/devices/" + office.device, token).body().contains("\"total\":" + total);
    }

    /** A stream may begin with what is old news to a query at the other gateway: the first read of an office. */
    private static List<LiveStream.Told> newReads(LiveStream stream) {
        return stream.told().stream()
                .filter(told ->
                        told.type().equals("MeterReadSubmitted") && !told.data().contains("2026-10-01"))
                .toList();
    }

    private static List<String> positions(List<LiveStream.Told> told) {
        return told.stream().map(LiveStream.Told::position).toList();
    }

    private List<String> readsInTheOrderOfTheView(List<Office> offices) {
        return jdbc.sql("""
                        select transaction_id::text as transaction, position from live_event
                        where type = 'MeterReadSubmitted' and device_id in (:devices) and data ->> 'readOn' = :day
                        order by transaction_id, position
                        """)
                .param(
                        "devices",
                        offices.stream().map(office -> office.device.value()).toList())
                .param("day", SECOND_READ.toString())
                .query((row, n) -> row.getString(1) + "-" + row.getLong(2))
                .list();
    }
}
