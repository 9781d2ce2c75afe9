package io.platen.supply.place;

import io.platen.contracts.id.UserId;
import io.platen.supply.autotoner.Shipment;
import io.platen.supply.directory.Orders;
import io.platen.supply.order.OrderCommand.PlaceOrder;
import io.platen.supply.order.OrderCommand.PlaceOrderByHand;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An order for each shipment, in the transaction that decided it: there is never one without the other. */
@Component
public class OrderPlacing {

    private final Orders orders;

    OrderPlacing(Orders orders) {
        this.orders = orders;
    }

    /** @param send to the order, with what the sender puts beside a command */
    public void place(List<Shipment> shipments, Consumer<PlaceOrder> send) {
        for (var shipment : shipments) {
            var number = orders.nextNumber();
            send.accept(new PlaceOrder(
                    shipment.orderId(),
                    number,
                    shipment.deviceId(),
                    shipment.accountId(),
                    shipment.colour(),
                    shipment.label()));
            orders.add(shipment.orderId(), number, shipment.accountId());
        }
    }

    /** @return the number of the order */
    String placeByHand(
            Shipment shipment, UserId orderedBy, @Nullable String overrideReason, Consumer<PlaceOrderByHand> send) {
        var number = orders.nextNumber();
        send.accept(new PlaceOrderByHand(
                shipment.orderId(),
                number,
                shipment.deviceId(),
                shipment.accountId(),
                shipment.colour(),
                shipment.label(),
                orderedBy,
                overrideReason));
        orders.add(shipment.orderId(), number, shipment.accountId());
        return number;
    }
}
