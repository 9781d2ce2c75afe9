package io.platen.contracts.supply;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import java.time.Instant;

/** Toner ships without anybody ordering. */
public record AutoTonerOrderPlaced(
        OrderId orderId,
        String orderNumber,
        DeviceId deviceId,
        AccountId accountId,
        TonerColour colour,
        ShippingLabel label,
        Instant placedAt)
        implements SupplyEvent {}
