package io.platen.contracts.supply;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import org.jspecify.annotations.Nullable;

/** A device takes part in automatic toner no longer; what was kept for its label stays. */
public record AutoTonerDisabled(DeviceId deviceId, @Nullable AccountId accountId) implements SupplyEvent {}
