package io.platen.contracts.supply;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import org.jspecify.annotations.Nullable;

/** A device takes part in automatic toner, and this is where it goes; whether it ships now is its state's to say. */
public record AutoTonerEnabled(
        DeviceId deviceId,
        @Nullable AccountId accountId,
        AutoTonerDetails details,
        @Nullable AutoTonerContact contact) implements SupplyEvent {}
