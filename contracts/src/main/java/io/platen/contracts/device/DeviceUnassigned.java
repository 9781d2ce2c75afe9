package io.platen.contracts.device;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;

/** The user no longer looks after the device. */
public record DeviceUnassigned(DeviceId deviceId, AccountId accountId, UserId userId) implements DeviceEvent {}
