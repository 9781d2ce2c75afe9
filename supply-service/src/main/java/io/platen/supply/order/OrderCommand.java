package io.platen.supply.order;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.supply.ShippingLabel;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of an order. */
public sealed interface OrderCommand {

    record PlaceOrder(
            @TargetAggregateIdentifier OrderId orderId,
            String orderNumber,
            DeviceId deviceId,
            AccountId accountId,
            TonerColour colour,
            ShippingLabel label)
            implements OrderCommand {}

    /** @param overrideReason why although toner of that colour was in transit */
    record PlaceOrderByHand(
            @TargetAggregateIdentifier OrderId orderId,
            String orderNumber,
            DeviceId deviceId,
            AccountId accountId,
            TonerColour colour,
            ShippingLabel label,
            UserId orderedBy,
            @Nullable String overrideReason)
            implements OrderCommand {}

    record ShipOrder(
            @TargetAggregateIdentifier OrderId orderId,
            @Nullable String carrier,
            @Nullable String trackingNumber) implements OrderCommand {}

    record DeliverOrder(@TargetAggregateIdentifier OrderId orderId) implements OrderCommand {}
}
