package io.platen.supply.order;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.supply.ShippingLabel;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to an order; stored. */
public sealed interface OrderEvent {

    OrderId orderId();

    /** Without anybody ordering. */
    @Revision("1")
    record OrderPlaced(
            OrderId orderId,
            String orderNumber,
            DeviceId deviceId,
            AccountId accountId,
            TonerColour colour,
            ShippingLabel label,
            Instant placedAt)
            implements OrderEvent {}

    /** @param overrideReason why although toner of that colour was in transit */
    @Revision("1")
    record OrderPlacedByHand(
            OrderId orderId,
            String orderNumber,
            DeviceId deviceId,
            AccountId accountId,
            TonerColour colour,
            ShippingLabel label,
            UserId orderedBy,
            @Nullable String overrideReason,
            Instant placedAt)
            implements OrderEvent {}

    @Revision("1")
    record OrderShipped(
            OrderId orderId,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant shippedAt) implements OrderEvent {}

    @Revision("1")
    record OrderDelivered(OrderId orderId, Instant deliveredAt) implements OrderEvent {}
}
