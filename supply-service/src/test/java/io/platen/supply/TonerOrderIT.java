package io.platen.supply;

import static io.platen.contracts.device.TonerColour.CYAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.StaffRole;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.supply.AutoTonerShipmentSkipped;
import io.platen.contracts.supply.SkipReason;
import io.platen.contracts.supply.SupplyOrderPlaced;
import io.platen.platform.testing.Events;
import io.platen.platform.testing.Http;
import io.platen.platform.testing.PlatenIT;
import io.platen.platform.testing.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** BEY-04: the desk orders toner by hand, over HTTP, with PostgreSQL and Kafka. */
@PlatenIT
class TonerOrderIT {

    private final AccountId account = AccountId.random();
    private final UserId agent = UserId.random();
    private final String desk = TestTokens.staff(agent, StaffRole.CONTACT_CENTRE, "NL");

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Value("${local.server.port}")
    private int port;

    private SupplyScenario scenario() {
        return new SupplyScenario(events, jdbc);
    }

    @BeforeEach
    void aCustomer() {
        scenario().account(account, "NL");
    }

    @Test
    void whatWasOrderedByHandIsToldWithItsNumberAndHoldsBackWhatComesByItself() {
        var device = enrolled();

        var answer = order(device, "{\"colour\":\"CYAN\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var number = answer.json().path("orderNumber").asString();
        assertThat(number).matches("SO-[0-9]{7}");
        assertThat(answer.header("Platen-Consistency")).isPresent();
        var told = events.await(
                Topic.SUPPLY,
                received -> received.event() instanceof SupplyOrderPlaced placed
                        && placed.deviceId().equals(device));
        var placed = (SupplyOrderPlaced) told.event();
        assertThat(placed.orderNumber()).isEqualTo(number);
        assertThat(placed.colour()).isEqualTo(CYAN);
        assertThat(placed.orderedBy()).isEqualTo(agent);
        assertThat(placed.overrideReason()).isNull();
        assertThat(placed.label().serialNumber()).isEqualTo("SN-" + device);
        assertThat(placed.label().attention()).isEqualTo("2nd floor, Anna");
        assertThat(told.metadata().account()).isEqualTo(account);
        assertThat(told.metadata().actor()).isEqualTo(agent.toString());

        scenario().runsLow(device, CYAN, Instant.now());
        assertThat(events.await(
                                Topic.SUPPLY,
                                AutoTonerShipmentSkipped.class,
                                skip -> skip.deviceId().equals(device))
                        .reason())
                .isEqualTo(SkipReason.IN_TRANSIT);
        assertThat(scenario().orders(device)).isEmpty();
    }

    @Test
    void whatIsInTransitIsNamedWhoeverOrderedItAndAReasonGoesOverIt() {
        var device = enrolled();
        scenario().runsLow(device, CYAN, Instant.now());
        var automatic = scenario().awaitOrder(device, 1);

        var refused = order(device, "{\"colour\":\"CYAN\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("SHIPMENT_IN_TRANSIT");
        assertThat(refused.json().path("orderNumber").asString()).isEqualTo(automatic.orderNumber());
        assertThat(refused.json().path("detail").asString()).contains(automatic.orderNumber());

        var reason = "é".repeat(200);
        var insisted = order(device, "{\"colour\":\"CYAN\",\"overrideReason\":\"  " + reason + " \"}");
        assertThat(insisted.status()).as(insisted.body()).isEqualTo(201);
        assertThat(placed(device).getFirst().overrideReason()).isEqualTo(reason);
        assertThat(order(device, "{\"colour\":\"BLACK\"}").status()).isEqualTo(201);
        assertThat(order(device, "{\"colour\":\"BLACK\"}").code()).isEqualTo("SHIPMENT_IN_TRANSIT");

        // the first is there, the second is not
        ship(automatic.orderId());
        assertThat(post("/api/orders/" + automatic.orderId() + "/delivery", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(order(device, "{\"colour\":\"CYAN\"}")
                        .json()
                        .path("orderNumber")
                        .asString())
                .isEqualTo(insisted.json().path("orderNumber").asString());
        var second = OrderId.of(insisted.json().path("orderId").asString());
        ship(second);
        assertThat(post("/api/orders/" + second + "/delivery", "{}").status()).isEqualTo(200);
        assertThat(order(device, "{\"colour\":\"CYAN\"}").status()).isEqualTo(201);
    }

    @Test
    void ofSeveralWhoOrderAtTheSameMomentOneDoes() {
        var device = enrolled();

        var answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> order(device, "{\"colour\":\"CYAN\"}")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Http.Answer::status)
                .toList();

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(placed(device)).hasSize(1);
    }

    @Test
    void aRepeatGetsTheSameOrder() {
        var device = enrolled();
        var key = UUID.randomUUID().toString();

        var first = withKey(device, key, "{\"colour\":\"CYAN\"}");
        var again = withKey(device, key, "{\"colour\":\"CYAN\"}");

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(withKey(device, key, "{\"colour\":\"BLACK\"}").code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(placed(device)).hasSize(1);
    }

    @Test
    void nobodySaidWhereItGoesOrTheDeviceTakesNoSuchToner() {
        var device = scenario().device(account, true);
        assertThat(order(device, "{\"colour\":\"CYAN\",\"overrideReason\":\"Now\"}")
                        .code())
                .isEqualTo("SHIPPING_LABEL_MISSING");

        jdbc.sql("update toner_device set colours = '{BLACK}' where device_id = ?")
                .param(device.value())
                .update();
        var refused = order(device, "{\"colour\":\"CYAN\"}");
        assertThat(refused.code()).isEqualTo("COLOUR_NOT_OF_DEVICE");
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("colour");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                          | MALFORMED_BODY    |",
                "{}                                         | VALIDATION_FAILED | colour",
                "{'colour':'PINK'}                          | VALIDATION_FAILED | colour",
                "{'colour':'CYAN','overrideReason':' '}     | VALIDATION_FAILED | overrideReason",
                "{'colour':'CYAN','overrideReason':'a\\nb'} | VALIDATION_FAILED | overrideReason",
                "{'colour':'CYAN','overrideReason':'%s'}    | VALIDATION_FAILED | overrideReason",
                "{'colour':'CYAN','quantity':2}             | UNKNOWN_FIELD     | quantity"
            })
    void badInputIsAClearProblem(String body, String code, @Nullable String field) {
        var refused = order(enrolled(), body.replace("%s", "x".repeat(201)).replace('\'', '"'));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).as(refused.body()).isEqualTo(code);
        if (field != null) {
            assertThat(refused.json().path("errors").path(0).path("field").asString())
                    .isEqualTo(field);
        }
    }

    private DeviceId enrolled() {
        var device = scenario().device(account, true);
        scenario().communicates(device, Instant.now());
        assertThat(new Http(port)
                        .put("/api/devices/" + device + "/auto-toner", desk, SupplyScenario.LABEL)
                        .status())
                .isEqualTo(200);
        return device;
    }

    private void ship(OrderId order) {
        assertThat(post("/api/orders/" + order + "/shipment", "{}").status()).isEqualTo(200);
    }

    private Http.Answer order(DeviceId device, String body) {
        return post("/api/devices/" + device + "/toner-orders", body);
    }

    private Http.Answer withKey(DeviceId device, String key, String body) {
        return new Http(port)
                .send("POST", "/api/devices/" + device + "/toner-orders", desk, body, "Idempotency-Key", key);
    }

    private Http.Answer post(String path, String body) {
        return new Http(port).post(path, desk, body);
    }

    /** All of a device, once one of them is told. */
    private List<SupplyOrderPlaced> placed(DeviceId device) {
        events.await(
                Topic.SUPPLY, SupplyOrderPlaced.class, order -> order.deviceId().equals(device));
        return events.all(Topic.SUPPLY).stream()
                .filter(received -> received.event() instanceof SupplyOrderPlaced order
                        && order.deviceId().equals(device))
                .map(received -> (SupplyOrderPlaced) received.event())
                .toList();
    }
}
