package io.platen.supply.place;

import io.platen.supply.autotoner.Shipment;
import io.platen.supply.directory.Orders;
import io.platen.supply.order.OrderCommand.PlaceOrder;
import java.util.List;
import java.util.function.Consumer;
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
            send.accept(new PlaceOrder(
                    shipment.orderId(),
                    orders.nextNumber(),
                    shipment.deviceId(),
                    shipment.accountId(),
                    shipment.colour(),
                    shipment.label()));
            orders.add(shipment.orderId(), shipment.accountId());
        }
    }
}
