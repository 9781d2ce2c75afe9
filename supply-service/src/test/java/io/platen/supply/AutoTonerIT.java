package io.platen.supply;

import static io.platen.contracts.device.TonerColour.BLACK;
import static io.platen.contracts.device.TonerColour.CYAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.ModelRegistered;
import io.platen.contracts.device.RemoteEligibilityChanged;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.supply.AutoTonerContact;
import io.platen.contracts.supply.AutoTonerEnabled;
import io.platen.contracts.supply.AutoTonerOrderPlaced;
import io.platen.contracts.supply.AutoTonerShipmentSkipped;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.contracts.supply.AutoTonerStateChanged;
import io.platen.contracts.supply.SkipReason;
import io.platen.contracts.supply.SupplyOrderDelivered;
import io.platen.contracts.supply.SupplyOrderShipped;
import io.platen.platform.testing.AnotherInstance;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.MutableClock;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.RealInfrastructure;
import io.platen.platform.testing.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Automatic toner from enrolment to delivery, with PostgreSQL and Kafka. */
@PlatenIT(properties = "platen.supply.check-interval=200ms")
class AutoTonerIT {

    private final AccountId account = AccountId.random();
    private final String administrator = TestTokens.customer(UserId.random(), account, CustomerRole.ADMINISTRATOR);
    private final String desk = TestTokens.staff(StaffRole.CONTACT_CENTRE, "NL");

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private ConfigurableApplicationContext context;

    @Value("${local.server.port}")
    private int port;

    @Value("${platen.inbox.group}")
    private String group = "";

    private SupplyScenario scenario() {
        return new SupplyScenario(events, jdbc);
    }

    @BeforeEach
    void aCustomer() {
        scenario().account(account, "NL");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void anEnrolledDeviceThatRunsLowIsSentTonerOnce() {
        var device = enrolled();
        var at = clock.instant();

        scenario().runsLow(device, CYAN, at);

        var order = scenario().awaitOrder(device, 1);
        assertThat(order.orderNumber()).matches("SO-[0-9]{7}");
        assertThat(order.accountId()).isEqualTo(account);
        assertThat(order.colour()).isEqualTo(CYAN);
        assertThat(order.label().attention()).isEqualTo("2nd floor, Anna");
        assertThat(order.label().name()).isEqualTo("Van Dijk Logistiek");
        assertThat(order.label().serialNumber()).isEqualTo("SN-" + device);
        var told = events.await(
                Topic.SUPPLY,
                received -> received.event() instanceof AutoTonerStateChanged changed
                        && changed.deviceId().equals(device)
                        && changed.state() == AutoTonerState.ENABLED_ACTIVE);
        assertThat(told.metadata().account()).isEqualTo(account);
        var details = events.await(
                Topic.SUPPLY,
                received -> received.event() instanceof AutoTonerEnabled enabled
                        && enabled.deviceId().equals(device));
        assertThat(details.metadata().account()).isEqualTo(account);
        assertThat(details.event()).isInstanceOfSatisfying(AutoTonerEnabled.class, enabled -> {
            assertThat(enabled.details().attention()).isEqualTo("2nd floor, Anna");
            assertThat(enabled.contact()).isEqualTo(new AutoTonerContact("Anna", "Jansen", "+31 40 123 45 67", null));
        });
    }

    @Test
    void deliveredThreeTimesOutOfOrderAndFromTheBeginningAgainItIsStillOneOrder() throws Exception {
        var device = enrolled();
        var at = clock.instant();
        var id = UUID.randomUUID().toString();
        var low = new TonerLow(device, CYAN, 5, at);
        for (int i = 0; i < 3; i++) {
            events.publish(id, low, device, 3, account);
        }
        events.publish(low, device, 3, account);
        events.publish(new TonerLow(device, CYAN, 9, at.minusSeconds(60)), device, 2, account);
        scenario().runsLow(device, BLACK, at);
        scenario().awaitOrder(device, 2);
        var events =
                jdbc.sql("select count(*) from domain_event").query(Long.class).single();

        fromTheBeginningAgain();

        var marker = enrolled();
        scenario().runsLow(marker, CYAN, clock.instant());
        scenario().awaitOrder(marker, 1);
        await().atMost(Duration.ofSeconds(30)).until(this::hasReadAll);
        assertThat(scenario().orders(device))
                .extracting(AutoTonerOrderPlaced::colour)
                .containsExactlyInAnyOrder(CYAN, BLACK);
        assertThat(scenario().skips(device)).isEmpty();
        assertThat(scenario().stored(device, "TonerRanLow")).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from domain_event where aggregate_id not in (:marker, :order)")
                        .param("marker", marker.toString())
                        .param(
                                "order",
                                scenario().awaitOrder(marker, 1).orderId().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(events);
    }

    /** Forgets what was handled and how far the topics were read, as after a restore of the database alone. */
    private void fromTheBeginningAgain() throws Exception {
        AnotherInstance.consume(context, false);
        jdbc.sql("delete from inbox").update();
        try (var admin = Admin.create(Map.of("bootstrap.servers", RealInfrastructure.bootstrapServers()))) {
            var mine = List.of(group + ".auto-toner", group + ".access", group + ".customer-names");
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
                admin.deleteConsumerGroups(mine).all().get();
                return true;
            });
        }
        AnotherInstance.consume(context, true);
    }

    /** Whether every event of the device topic is noted again. */
    private boolean hasReadAll() {
        var noted = jdbc.sql("select event_id from inbox where consumer = 'auto-toner'")
                .query(String.class)
                .set();
        return events.all(Topic.DEVICE).stream()
                .allMatch(received -> noted.contains(received.metadata().eventId()));
    }

    @Test
    void aDecisionWhoseOrderCannotBePlacedIsNone() {
        var device = enrolled();
        var low = new TonerLow(device, CYAN, 5, clock.instant());
        var order = UUID.nameUUIDFromBytes(
                (device + "/CYAN/" + low.observedAt()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        jdbc.sql("insert into supply_order (order_id, order_number, account_id) values (?, 'SO-0', ?)")
                .param(order)
                .param(account.value())
                .update();

        events.publish("low-" + device, low, device, 3, account);
        events.awaitDeadLetter(Topic.DEVICE, record -> device.toString().equals(record.key()));
        assertThat(scenario().stored(device, "TonerRanLow")).isZero();
        assertThat(scenario().orders(device)).isEmpty();

        jdbc.sql("delete from supply_order where order_id = ?").param(order).update();
        events.publish("low-" + device, low, device, 3, account);
        assertThat(scenario().awaitOrder(device, 1).orderId().value()).isEqualTo(order);
    }

    @Test
    void atTheSameTimeOverHttpAndKafkaItIsOneOrder() throws Exception {
        var device = scenario().device(account, true);
        scenario().communicates(device, clock.instant());
        scenario().runsLow(device, CYAN, clock.instant());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 6)
                    .mapToObj(i -> people.submit(() -> enrol(device, SupplyScenario.LABEL)))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }

        scenario().awaitOrder(device, 1);
        scenario().awaitStored(device, "TonerRanLow", 1);
        assertThat(scenario().orders(device)).hasSize(1);
        assertThat(scenario().stored(device, "DeviceEnrolled")).isEqualTo(1);
    }

    @Test
    void aDeviceThatIsNotEnrolledIsSentNothingAndThatIsToldOnce() {
        var device = scenario().device(account, true);

        scenario().runsLow(device, CYAN, clock.instant());
        scenario().runsLow(device, CYAN, clock.instant().plusMillis(1));

        assertThat(skip(device, 2).reason()).isEqualTo(SkipReason.NOT_ENABLED);
    }

    @Test
    void aDeviceThatIsNotEligibleIsSentNothingAndCannotBeEnrolled() {
        var device = scenario().device(account, false);

        var refused = enrol(device, SupplyScenario.LABEL);
        scenario().runsLow(device, CYAN, clock.instant());
        scenario().runsLow(device, CYAN, clock.instant().plusMillis(1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("NOT_ELIGIBLE");
        assertThat(skip(device, 2).reason()).isEqualTo(SkipReason.NOT_ELIGIBLE);
    }

    @Test
    void aDeviceThatFallsSilentBecomesInactiveByTheClockAndIsSentNothingUntilItSpeaks() {
        var device = enrolled();
        var spoke = clock.instant();

        clock.advance(Duration.ofDays(7).plusMinutes(1));
        scenario().awaitState(device, AutoTonerState.ENABLED_INACTIVE);
        scenario().runsLow(device, CYAN, spoke.plusSeconds(1));
        scenario().runsLow(device, CYAN, spoke.plusSeconds(2));

        assertThat(skip(device, 2).reason()).isEqualTo(SkipReason.ENABLED_INACTIVE);
        assertThat(scenario().orders(device)).isEmpty();
        assertThat(events.all(Topic.SUPPLY))
                .filteredOn(received -> received.event() instanceof AutoTonerStateChanged changed
                        && changed.deviceId().equals(device)
                        && changed.state() == AutoTonerState.ENABLED_INACTIVE)
                .hasSize(1);

        scenario().communicates(device, clock.instant());
        scenario().awaitState(device, AutoTonerState.ENABLED_ACTIVE);
        scenario().awaitOrder(device, 1);
    }

    @Test
    void aParcelGoesItsWayAndTheNextLowMarkIsAnsweredByANewOne() {
        var device = enrolled();
        scenario().runsLow(device, CYAN, clock.instant());
        var first = scenario().awaitOrder(device, 1);

        clock.advance(Duration.ofHours(1));
        scenario().runsLow(device, CYAN, clock.instant());
        scenario().runsLow(device, CYAN, clock.instant().plusMillis(1));
        assertThat(skip(device, 3).reason()).isEqualTo(SkipReason.IN_TRANSIT);

        var early = step(first, "delivery", "{}", desk);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(early.json().path("from").asString()).isEqualTo("PLACED");
        assertThat(early.json().path("to").asString()).isEqualTo("DELIVERED");

        var parcel = "{\"carrier\":\"PostNL\",\"trackingNumber\":\"3SABCD123\"}";
        var shipped = step(first, "shipment", parcel, desk);
        assertThat(shipped.status()).isEqualTo(200);
        assertThat(shipped.json().path("orderNumber").asString()).isEqualTo(first.orderNumber());
        assertThat(shipped.json().path("state").asString()).isEqualTo("SHIPPED");
        assertThat(step(first, "shipment", parcel, desk).status()).isEqualTo(200);
        assertThat(step(first, "shipment", "{}", desk).code()).isEqualTo("ILLEGAL_TRANSITION");
        var told = events.await(
                Topic.SUPPLY, SupplyOrderShipped.class, event -> event.orderId().equals(first.orderId()));
        assertThat(told.trackingNumber()).isEqualTo("3SABCD123");

        clock.advance(Duration.ofDays(1));
        scenario().communicates(device, clock.instant());
        assertThat(step(first, "delivery", "{}", desk).json().path("state").asString())
                .isEqualTo("DELIVERED");
        assertThat(step(first, "delivery", "{}", desk).status()).isEqualTo(200);
        events.await(
                Topic.SUPPLY,
                SupplyOrderDelivered.class,
                event -> event.orderId().equals(first.orderId()));

        clock.advance(Duration.ofDays(2));
        scenario().isReplaced(device, CYAN, clock.instant());
        clock.advance(Duration.ofDays(3));
        scenario().runsLow(device, CYAN, clock.instant());
        var second = scenario().awaitOrder(device, 2);
        assertThat(second.orderId()).isNotEqualTo(first.orderId());
        assertThat(scenario().skips(device)).hasSize(1);
        assertThat(events.all(Topic.SUPPLY))
                .filteredOn(received -> received.event() instanceof SupplyOrderShipped event
                        && event.orderId().equals(first.orderId()))
                .hasSize(1);
    }

    /** D-18: not eligible wins over everything; the enrolment is kept and goes on. */
    @Test
    void aDeviceThatIsDeclaredNotEligibleIsSentNothingUntilItIsEligibleAgain() {
        var device = enrolled();
        var no = UUID.randomUUID().toString();

        for (int i = 0; i < 3; i++) {
            events.publish(no, new RemoteEligibilityChanged(device, false), device, 5, account);
        }
        scenario().awaitState(device, AutoTonerState.NOT_ELIGIBLE);
        scenario().runsLow(device, CYAN, clock.instant());
        scenario().runsLow(device, CYAN, clock.instant().plusMillis(1));
        assertThat(skip(device, 2).reason()).isEqualTo(SkipReason.NOT_ELIGIBLE);

        events.publish(new RemoteEligibilityChanged(device, true), device, 6, account);
        scenario().awaitOrder(device, 1);
        scenario().awaitState(device, AutoTonerState.ENABLED_ACTIVE);
        events.publish(new RemoteEligibilityChanged(device, false), device, 5, account);
        scenario().runsLow(device, BLACK, clock.instant());
        scenario().awaitOrder(device, 2);
        assertThat(scenario().stored(device, "EligibilityChanged"))
                .as("as its model is, no, and yes again; what was told of before changes nothing")
                .isEqualTo(3);
    }

    @Test
    void whatWasSaidOfADeviceGoesBeforeItsModel() {
        var model = ModelId.random();
        var device = DeviceId.random();
        register(device, model);
        events.publish(new RemoteEligibilityChanged(device, true), device, 1);
        scenario().awaitState(device, AutoTonerState.NOT_ENABLED);
        events.publish(new RemoteEligibilityChanged(device, false), device, 2);
        scenario().awaitState(device, AutoTonerState.NOT_ELIGIBLE);

        registerCapable(model);

        await().until(() -> jdbc.sql("select exists (select from toner_model where model_id = ?)")
                .param(model.value())
                .query(Boolean.class)
                .single());
        assertThat(scenario().stored(device, "EligibilityChanged")).isEqualTo(2);
        scenario().awaitState(device, AutoTonerState.NOT_ELIGIBLE);
    }

    @Test
    void aModelThatComesBehindItsDeviceMakesItEligible() {
        var model = ModelId.random();
        var device = DeviceId.random();
        register(device, model);
        scenario().awaitState(device, AutoTonerState.NOT_ELIGIBLE);

        registerCapable(model);

        scenario().awaitState(device, AutoTonerState.NOT_ENABLED);
    }

    @Test
    void staffTakeADeviceOutAndItsLabelStays() {
        var device = enrolled();

        var left = new Http(port).delete(path(device), desk);
        var again = enrol(device, "{}");

        assertThat(left.status()).isEqualTo(200);
        assertThat(left.json().path("state").asString()).isEqualTo("NOT_ENABLED");
        assertThat(again.json().path("state").asString()).isEqualTo("ENABLED_ACTIVE");
        assertThat(new Http(port).delete(path(device), administrator).status()).isEqualTo(403);
    }

    @Test
    void aForeignDeviceAndAForeignOrderDoNotExist() {
        var device = enrolled();
        scenario().runsLow(device, CYAN, clock.instant());
        var order = scenario().awaitOrder(device, 1);
        var stranger = TestTokens.customer(UserId.random(), AccountId.random(), CustomerRole.ADMINISTRATOR);
        var deskAbroad = TestTokens.staff(StaffRole.CONTACT_CENTRE, "PT");

        assertThat(new Http(port)
                        .put(path(device), stranger, SupplyScenario.LABEL)
                        .status())
                .isEqualTo(404);
        assertThat(new Http(port)
                        .put(path(DeviceId.random()), administrator, SupplyScenario.LABEL)
                        .status())
                .isEqualTo(404);
        assertThat(new Http(port)
                        .put(path(device), deskAbroad, SupplyScenario.LABEL)
                        .status())
                .isEqualTo(404);
        assertThat(new Http(port).delete(path(device), deskAbroad).status()).isEqualTo(404);
        assertThat(new Http(port)
                        .put("/api/devices/nonsense/auto-toner", administrator, SupplyScenario.LABEL)
                        .status())
                .isIn(400, 404);
        assertThat(step(order, "shipment", "{}", deskAbroad).status()).isEqualTo(404);
        assertThat(step(order, "shipment", "{}", administrator).status()).isEqualTo(403);
        assertThat(step(order, "shipment", "{}", TestTokens.staff(StaffRole.BILLING_CLERK, "NL"))
                        .status())
                .isEqualTo(403);
        assertThat(scenario().stored(device, "ParcelShipped")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"attention\":\"123456789012345678901\"}      | 422 | ATTENTION_TOO_LONG",
                "{\"attention\":\"\"}                           | 400 | VALIDATION_FAILED",
                "{\"attention\":\"\\ud800\"}                    | 400 | MALFORMED_BODY",
                "{\"attention\":\"a\\u0000\"}                   | 400 | VALIDATION_FAILED",
                "{\"street\":\"123456789012345678901234567890123456\"} | 400 | VALIDATION_FAILED",
                "{\"country\":\"Netherlands\"}                  | 400 | VALIDATION_FAILED",
                "{\"attention\":7.5,\"colour\":1}               | 400 | UNKNOWN_FIELD",
                "{}                                             | 400 | VALIDATION_FAILED",
                "[]                                             | 400 | MALFORMED_BODY",
                "{                                              | 400 | MALFORMED_BODY"
            })
    void badInputIsAClearProblem(String body, int status, String code) {
        var device = scenario().device(account, true);

        var answer = enrol(device, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("io.platen");
        assertThat(scenario().stored(device, "DeviceEnrolled")).isZero();
    }

    @Test
    void aProblemSpeaksTheLanguageOfTheCaller() {
        var device = scenario().device(account, true);
        var titles = List.of("en", "nl", "pt").stream()
                .map(language -> new Http(port)
                        .send(
                                "PUT",
                                path(device),
                                administrator,
                                "{\"attention\":\"123456789012345678901\"}",
                                "Idempotency-Key",
                                UUID.randomUUID().toString(),
                                "Accept-Language",
                                language)
                        .json()
                        .get("title")
                        .stringValue())
                .toList();

        assertThat(titles)
                .containsExactly("Attention line too long", "T.a.v.-regel te lang", "Linha «A/C» demasiado longa");
    }

    /** On the account, eligible, reporting and in the programme. */
    private DeviceId enrolled() {
        var device = scenario().device(account, true);
        scenario().communicates(device, clock.instant());
        var answer = enrol(device, SupplyScenario.LABEL);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("state").asString()).isEqualTo("ENABLED_ACTIVE");
        return device;
    }

    /** The only one, after so many low reports. */
    private AutoTonerShipmentSkipped skip(DeviceId device, long reports) {
        scenario().awaitStored(device, "TonerRanLow", reports);
        events.await(
                Topic.SUPPLY,
                AutoTonerShipmentSkipped.class,
                skip -> skip.deviceId().equals(device));
        var skips = scenario().skips(device);
        assertThat(skips).hasSize(1);
        return skips.getFirst();
    }

    private Http.Answer enrol(DeviceId device, String body) {
        return new Http(port).put(path(device), administrator, body);
    }

    private Http.Answer step(AutoTonerOrderPlaced order, String step, String body, String token) {
        return new Http(port).post("/api/orders/" + order.orderId() + "/" + step, token, body);
    }

    private static String path(DeviceId device) {
        return "/api/devices/" + device + "/auto-toner";
    }

    private void register(DeviceId device, ModelId model) {
        events.publish(
                new DeviceRegistered(
                        device,
                        model,
                        "Corvane",
                        "7035c",
                        "SN-" + device,
                        null,
                        List.of(Counter.TOTAL),
                        List.of(CYAN),
                        null),
                device,
                0);
    }

    /** A model that may take part. */
    private void registerCapable(ModelId model) {
        events.publish(
                new ModelRegistered(model, "Corvane", "7035c", List.of(Counter.TOTAL), List.of(CYAN), true, null),
                model,
                0);
    }
}
