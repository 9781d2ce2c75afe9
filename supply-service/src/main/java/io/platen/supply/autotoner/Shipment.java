package io.platen.supply.autotoner;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.supply.ShippingLabel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Toner that is to be sent. */
public record Shipment(
        OrderId orderId, DeviceId deviceId, AccountId accountId, TonerColour colour, ShippingLabel label) {

    /** Follows from the low report, so that a second order for it could not even be stored. */
    static OrderId orderFor(DeviceId device, TonerColour colour, Instant lowAt) {
        var low = device + "/" + colour + "/" + lowAt;
        return new OrderId(UUID.nameUUIDFromBytes(low.getBytes(StandardCharsets.UTF_8)));
    }
}
