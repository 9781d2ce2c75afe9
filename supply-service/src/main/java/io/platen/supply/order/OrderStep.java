package io.platen.supply.order;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.DeviceId;
import java.time.Instant;

/** What an order says to the next step. */
public sealed interface OrderStep {

    /** @param at when it was taken first; a repeated step is the same step */
    record Taken(String orderNumber, DeviceId deviceId, TonerColour colour, Instant at) implements OrderStep {}

    record Illegal(OrderState from, OrderState to) implements OrderStep {}
}
