package io.platen.contracts.device;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;

/** The machine is on this account, and on no other. */
public record DeviceAddedToAccount(DeviceId deviceId, AccountId accountId) implements DeviceEvent {}
