package io.platen.supply.autotoner;

import io.platen.contracts.id.OrderId;

/** What the enrolment says to an order by hand. */
public sealed interface OrderDecision {

    /** To be ordered in the same transaction. */
    record Ordered(Shipment shipment) implements OrderDecision {}

    /** Toner of that colour is on its way already, whoever ordered it (BEY-04). */
    record InTransit(OrderId orderId) implements OrderDecision {}

    /** Nobody has said yet where toner for the device goes. */
    record NoLabel() implements OrderDecision {}

    /** The device has moved on since the request was checked. */
    record OtherAccount() implements OrderDecision {}
}
