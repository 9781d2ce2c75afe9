package io.platen.contracts.supply;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import org.jspecify.annotations.Nullable;

/** Toner is low and nothing ships; told once for each low mark. */
public record AutoTonerShipmentSkipped(
        DeviceId deviceId, @Nullable AccountId accountId, TonerColour colour, SkipReason reason)
        implements SupplyEvent {}
