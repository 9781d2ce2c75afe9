package io.platen.notification.automation;

import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.event.Topic;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.StaffRoleAssigned;
import io.platen.contracts.identity.UserCreated;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.contracts.identity.UserFunctionsChanged;
import io.platen.contracts.identity.UserLanguageChanged;
import io.platen.notification.directory.Machines;
import io.platen.notification.directory.People;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows people, their language and roles, accounts, devices, and who looks after which. */
@Component
class DirectoryFollower implements InboxConsumer {

    private final People people;
    private final Machines machines;

    DirectoryFollower(People people, Machines machines) {
        this.people = people;
        this.machines = machines;
    }

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.IDENTITY, Topic.DEVICE);
    }

    @Override
    public boolean onlyProjects() {
        return true;
    }

    @Override
    public void on(Received received) {
        var sequence = received.metadata().sequence();
        switch (received.event()) {
            case UserCreated e -> people.add(e.userId(), e.email(), e.displayName(), e.language(), sequence);
            case UserLanguageChanged e -> people.speak(e.userId(), e.language(), sequence);
            case UserDeactivated e -> people.deactivate(e.userId());
            case AccountRegistered e -> people.addAccount(e.accountId(), e.name(), e.region());
            case RoleAssigned e -> people.assign(e.userId(), e.accountId(), e.role(), e.functions(), sequence);
            case UserFunctionsChanged e -> people.assign(e.userId(), e.accountId(), e.role(), e.functions(), sequence);
            case StaffRoleAssigned e -> people.assignStaff(e.userId(), e.role(), e.regions(), sequence);
            case DeviceRegistered e -> machines.add(e.deviceId(), e.model(), e.serialNumber());
            case DeviceAssigned e -> machines.assign(e.deviceId(), e.accountId(), e.userId(), true, sequence);
            case DeviceUnassigned e -> machines.assign(e.deviceId(), e.accountId(), e.userId(), false, sequence);
            case DeviceRemovedFromAccount e -> machines.endAssignments(e.deviceId());
            default -> {
                // what machines report does not matter here
            }
        }
    }
}
