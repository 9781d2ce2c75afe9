package io.platen.supply.order;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.supply.ShippingLabel;
import io.platen.supply.order.OrderCommand.DeliverOrder;
import io.platen.supply.order.OrderCommand.PlaceOrder;
import io.platen.supply.order.OrderCommand.PlaceOrderByHand;
import io.platen.supply.order.OrderCommand.ShipOrder;
import io.platen.supply.order.OrderEvent.OrderDelivered;
import io.platen.supply.order.OrderEvent.OrderPlaced;
import io.platen.supply.order.OrderEvent.OrderPlacedByHand;
import io.platen.supply.order.OrderEvent.OrderShipped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order goes one way. */
class SupplyOrderTest {

    private static final OrderId ORDER = OrderId.random();
    private static final DeviceId DEVICE = DeviceId.random();
    private static final AccountId ACCOUNT = AccountId.random();
    private static final ShippingLabel LABEL =
            new ShippingLabel("Anna", "Acme", "Kanaalstraat 12", "5611 AA", "Eindhoven", "NL", "AQ45-000123");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-11-21T12:00:00Z");
    private static final OrderPlaced PLACED =
            new OrderPlaced(ORDER, "SO-0000001", DEVICE, ACCOUNT, TonerColour.CYAN, LABEL, BEFORE);
    private static final OrderShipped SHIPPED = new OrderShipped(ORDER, "PostNL", "3S1", BEFORE);
    private static final OrderDelivered DELIVERED = new OrderDelivered(ORDER, BEFORE);

    private final AggregateTestFixture<SupplyOrder> order = new AggregateTestFixture<>(SupplyOrder.class);

    @BeforeEach
    void noon() {
        order.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void isPlaced() {
        order.givenNoPriorActivity()
                .when(new PlaceOrder(ORDER, "SO-0000001", DEVICE, ACCOUNT, TonerColour.CYAN, LABEL))
                .expectEvents(new OrderPlaced(ORDER, "SO-0000001", DEVICE, ACCOUNT, TonerColour.CYAN, LABEL, NOW));
    }

    @Test
    void isPlacedByHandAndGoesTheSameWay() {
        var by = UserId.random();
        var placed = new OrderPlacedByHand(
                ORDER, "SO-0000001", DEVICE, ACCOUNT, TonerColour.CYAN, LABEL, by, "Crushed.", NOW);
        order.givenNoPriorActivity()
                .when(new PlaceOrderByHand(
                        ORDER, "SO-0000001", DEVICE, ACCOUNT, TonerColour.CYAN, LABEL, by, "Crushed."))
                .expectEvents(placed);
        order.given(placed)
                .when(new ShipOrder(ORDER, null, null))
                .expectEvents(new OrderShipped(ORDER, null, null, NOW))
                .expectResultMessagePayload(taken(NOW));
    }

    @Test
    void isShipped() {
        order.given(PLACED)
                .when(new ShipOrder(ORDER, null, null))
                .expectEvents(new OrderShipped(ORDER, null, null, NOW))
                .expectResultMessagePayload(taken(NOW));
    }

    @Test
    void isShippedOnce() {
        order.given(PLACED, SHIPPED)
                .when(new ShipOrder(ORDER, "PostNL", "3S1"))
                .expectNoEvents()
                .expectResultMessagePayload(taken(BEFORE));
    }

    @Test
    void isNotShippedOtherwiseAgain() {
        order.given(PLACED, SHIPPED)
                .when(new ShipOrder(ORDER, "PostNL", "3S2"))
                .expectNoEvents()
                .expectResultMessagePayload(new OrderStep.Illegal(OrderState.SHIPPED, OrderState.SHIPPED));
    }

    @Test
    void isDeliveredAfterShipment() {
        order.given(PLACED, SHIPPED)
                .when(new DeliverOrder(ORDER))
                .expectEvents(new OrderDelivered(ORDER, NOW))
                .expectResultMessagePayload(taken(NOW));
    }

    @Test
    void isNotDeliveredBeforeShipment() {
        order.given(PLACED)
                .when(new DeliverOrder(ORDER))
                .expectNoEvents()
                .expectResultMessagePayload(new OrderStep.Illegal(OrderState.PLACED, OrderState.DELIVERED));
    }

    @Test
    void isDeliveredOnce() {
        order.given(PLACED, SHIPPED, DELIVERED)
                .when(new DeliverOrder(ORDER))
                .expectNoEvents()
                .expectResultMessagePayload(taken(BEFORE));
    }

    @Test
    void doesNotGoBack() {
        order.given(PLACED, SHIPPED, DELIVERED)
                .when(new ShipOrder(ORDER, "PostNL", "3S1"))
                .expectNoEvents()
                .expectResultMessagePayload(new OrderStep.Illegal(OrderState.DELIVERED, OrderState.SHIPPED));
    }

    private static OrderStep taken(Instant at) {
        return new OrderStep.Taken("SO-0000001", DEVICE, TonerColour.CYAN, at);
    }
}
