package io.platen.device.group;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a group. Whether its devices are on the account has been looked up before. */
public sealed interface GroupCommand {

    record CreateGroup(
            @TargetAggregateIdentifier DeviceGroupId groupId, AccountId accountId, String name, Set<DeviceId> devices)
            implements GroupCommand {}

    record ChangeGroup(@TargetAggregateIdentifier DeviceGroupId groupId, String name, Set<DeviceId> devices)
            implements GroupCommand {}

    /**
     * The device has left the account.
     *
     * @param successor that took its place, if any
     */
    record LeaveGroup(
            @TargetAggregateIdentifier DeviceGroupId groupId,
            DeviceId deviceId,
            @Nullable DeviceId successor) implements GroupCommand {}

    record DeleteGroup(@TargetAggregateIdentifier DeviceGroupId groupId) implements GroupCommand {}
}
