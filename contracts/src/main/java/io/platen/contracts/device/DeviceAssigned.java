package io.platen.contracts.device;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;

/** The user looks after the device. */
public record DeviceAssigned(DeviceId deviceId, AccountId accountId, UserId userId) implements DeviceEvent {}
