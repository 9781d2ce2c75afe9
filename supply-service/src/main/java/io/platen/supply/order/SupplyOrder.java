package io.platen.supply.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
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
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One parcel of toner: placed, shipped, delivered, in this order and each once. */
@Aggregate
class SupplyOrder {

    @AggregateIdentifier
    private @Nullable OrderId orderId;

    private String orderNumber = "";
    private @Nullable DeviceId deviceId;
    private @Nullable TonerColour colour;
    private @Nullable OrderShipped shipped;
    private @Nullable OrderDelivered delivered;

    SupplyOrder() {}

    @CommandHandler
    SupplyOrder(PlaceOrder command, Clock clock) {
        apply(new OrderPlaced(
                command.orderId(),
                command.orderNumber(),
                command.deviceId(),
                command.accountId(),
                command.colour(),
                command.label(),
                clock.instant()));
    }

    @CommandHandler
    SupplyOrder(PlaceOrderByHand command, Clock clock) {
        apply(new OrderPlacedByHand(
                command.orderId(),
                command.orderNumber(),
                command.deviceId(),
                command.accountId(),
                command.colour(),
                command.label(),
                command.orderedBy(),
                command.overrideReason(),
                clock.instant()));
    }

    @CommandHandler
    OrderStep on(ShipOrder command, Clock clock) {
        if (delivered != null || (shipped != null && !isRepeated(command, shipped))) {
            return new OrderStep.Illegal(state(), OrderState.SHIPPED);
        }
        if (shipped != null) {
            return taken(shipped.shippedAt());
        }
        var now = clock.instant();
        apply(new OrderShipped(command.orderId(), command.carrier(), command.trackingNumber(), now));
        return taken(now);
    }

    @CommandHandler
    OrderStep on(DeliverOrder command, Clock clock) {
        if (shipped == null) {
            return new OrderStep.Illegal(state(), OrderState.DELIVERED);
        }
        if (delivered != null) {
            return taken(delivered.deliveredAt());
        }
        var now = clock.instant();
        apply(new OrderDelivered(command.orderId(), now));
        return taken(now);
    }

    private static boolean isRepeated(ShipOrder command, OrderShipped shipped) {
        return Objects.equals(command.carrier(), shipped.carrier())
                && Objects.equals(command.trackingNumber(), shipped.trackingNumber());
    }

    private OrderState state() {
        if (delivered != null) {
            return OrderState.DELIVERED;
        }
        return shipped == null ? OrderState.PLACED : OrderState.SHIPPED;
    }

    private OrderStep taken(Instant at) {
        return new OrderStep.Taken(orderNumber, Objects.requireNonNull(deviceId), Objects.requireNonNull(colour), at);
    }

    @EventSourcingHandler
    void on(OrderEvent event) {
        switch (event) {
            case OrderPlaced order -> place(order.orderId(), order.orderNumber(), order.deviceId(), order.colour());
            case OrderPlacedByHand order ->
                place(order.orderId(), order.orderNumber(), order.deviceId(), order.colour());
            case OrderShipped parcel -> shipped = parcel;
            case OrderDelivered parcel -> delivered = parcel;
        }
    }

    private void place(OrderId order, String number, DeviceId device, TonerColour ordered) {
        orderId = order;
        orderNumber = number;
        deviceId = device;
        colour = ordered;
    }
}
