package io.platen.contracts.device;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceGroupId;

/** The group is no more; its devices stay. */
public record DeviceGroupDeleted(DeviceGroupId groupId, AccountId accountId) implements DeviceEvent {}
