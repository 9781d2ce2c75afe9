package io.platen.contracts.device;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import java.util.Set;

/** The group has this name and these devices now. */
public record DeviceGroupChanged(DeviceGroupId groupId, AccountId accountId, String name, Set<DeviceId> devices)
        implements DeviceEvent {}
