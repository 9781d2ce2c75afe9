package io.platen.device.group;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import java.util.Set;
import org.axonframework.serialization.Revision;

/** What happened to a group; stored. */
public sealed interface GroupEvent {

    @Revision("1")
    record GroupCreated(DeviceGroupId groupId, AccountId accountId, String name, Set<DeviceId> devices)
            implements GroupEvent {}

    @Revision("1")
    record GroupChanged(DeviceGroupId groupId, AccountId accountId, String name, Set<DeviceId> devices)
            implements GroupEvent {}

    @Revision("1")
    record GroupDeleted(DeviceGroupId groupId, AccountId accountId) implements GroupEvent {}
}
