package io.platen.device.automation;

import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.Topic;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.device.assignment.AssignmentCommand.UnassignDevice;
import io.platen.device.directory.Assignments;
import io.platen.device.directory.Assignments.Active;
import io.platen.device.directory.Customers;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Knows accounts and their people; who is deactivated, or gets a role without devices, looks after none any more. */
@Component
class IdentityFollower implements InboxConsumer {

    private final Customers customers;
    private final Assignments assignments;
    private final CommandGateway commands;

    IdentityFollower(Customers customers, Assignments assignments, CommandGateway commands) {
        this.customers = customers;
        this.assignments = assignments;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "identity-follower";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.IDENTITY);
    }

    @Override
    public void on(Received received) {
        switch (received.event()) {
            case AccountRegistered account -> customers.add(account.accountId());
            case RoleAssigned role -> on(role, received.metadata());
            case UserDeactivated user -> {
                customers.hold(user.userId());
                endAssignments(assignments.of(user.userId()), received.metadata());
                customers.deactivate(user.userId());
            }
            default -> {
                // names, languages and staff do not matter here
            }
        }
    }

    /** A role that sees no devices has none to look after. */
    private void on(RoleAssigned role, EventMetadata metadata) {
        customers.hold(role.userId());
        var holdsDevices = PermissionMatrix.ceiling(role.role()).contains(Function.DEVICE_VIEW);
        var news = customers.put(role.userId(), role.accountId(), holdsDevices, metadata.sequence());
        if (news && !holdsDevices) {
            endAssignments(
                    assignments.of(role.userId()).stream()
                            .filter(active -> active.accountId().equals(role.accountId()))
                            .toList(),
                    metadata);
        }
    }

    private void endAssignments(List<Active> active, EventMetadata cause) {
        var session = Causes.of(cause, commands);
        for (var assignment : active) {
            session.send(new UnassignDevice(assignment.deviceId(), assignment.userId()), assignment.accountId());
        }
        for (var assignment : active) {
            assignments.end(assignment.deviceId(), assignment.userId());
        }
    }
}
