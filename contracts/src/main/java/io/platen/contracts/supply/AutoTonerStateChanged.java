package io.platen.contracts.supply;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import org.jspecify.annotations.Nullable;

/** The state that decides whether low toner ships by itself. */
public record AutoTonerStateChanged(
        DeviceId deviceId, @Nullable AccountId accountId, AutoTonerState state) implements SupplyEvent {}
