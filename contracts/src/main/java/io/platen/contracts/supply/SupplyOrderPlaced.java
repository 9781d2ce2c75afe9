package io.platen.contracts.supply;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody ordered toner.
 *
 * @param overrideReason why although toner of that colour was in transit
 */
public record SupplyOrderPlaced(
        OrderId orderId,
        String orderNumber,
        DeviceId deviceId,
        AccountId accountId,
        TonerColour colour,
        ShippingLabel label,
        UserId orderedBy,
        @Nullable String overrideReason,
        Instant placedAt)
        implements SupplyEvent {}
