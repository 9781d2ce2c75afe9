package io.platen.contracts.device;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;

/** The account no longer holds the machine; all assignments end. */
public record DeviceRemovedFromAccount(DeviceId deviceId, AccountId accountId) implements DeviceEvent {}
