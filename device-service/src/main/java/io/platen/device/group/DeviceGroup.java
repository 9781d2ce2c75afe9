package io.platen.device.group;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.group.GroupCommand.ChangeGroup;
import io.platen.device.group.GroupCommand.CreateGroup;
import io.platen.device.group.GroupCommand.DeleteGroup;
import io.platen.device.group.GroupCommand.LeaveGroup;
import io.platen.device.group.GroupEvent.GroupChanged;
import io.platen.device.group.GroupEvent.GroupCreated;
import io.platen.device.group.GroupEvent.GroupDeleted;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Devices of one account under a name. */
@Aggregate
class DeviceGroup {

    @AggregateIdentifier
    private @Nullable DeviceGroupId groupId;

    private @Nullable AccountId accountId;
    private String name = "";
    private Set<DeviceId> devices = Set.of();

    DeviceGroup() {}

    @CommandHandler
    DeviceGroup(CreateGroup command) {
        apply(new GroupCreated(command.groupId(), command.accountId(), command.name(), command.devices()));
    }

    @CommandHandler
    void on(ChangeGroup command) {
        become(command.name(), command.devices());
    }

    @CommandHandler
    void on(LeaveGroup command) {
        var left = new HashSet<>(devices);
        if (left.remove(command.deviceId())) {
            if (command.successor() != null) {
                left.add(command.successor());
            }
            become(name, left);
        }
    }

    private void become(String newName, Set<DeviceId> newDevices) {
        if (groupId != null && accountId != null && !(newName.equals(name) && newDevices.equals(devices))) {
            apply(new GroupChanged(groupId, accountId, newName, Set.copyOf(newDevices)));
        }
    }

    @CommandHandler
    void on(DeleteGroup command) {
        if (accountId != null) {
            apply(new GroupDeleted(command.groupId(), accountId));
        }
    }

    @EventSourcingHandler
    void on(GroupEvent event) {
        switch (event) {
            case GroupCreated created -> {
                groupId = created.groupId();
                accountId = created.accountId();
                name = created.name();
                devices = created.devices();
            }
            case GroupChanged changed -> {
                name = changed.name();
                devices = changed.devices();
            }
            case GroupDeleted deleted -> accountId = null;
        }
    }
}
