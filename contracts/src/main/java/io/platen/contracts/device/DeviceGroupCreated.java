package io.platen.contracts.device;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import java.util.Set;

/** A named group of devices of one account. */
public record DeviceGroupCreated(DeviceGroupId groupId, AccountId accountId, String name, Set<DeviceId> devices)
        implements DeviceEvent {}
