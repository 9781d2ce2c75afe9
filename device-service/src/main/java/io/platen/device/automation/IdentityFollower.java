package io.platen.device.automation;

import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.device.assignment.AssignmentCommand.UnassignDevice;
import io.platen.device.directory.Assignments;
import io.platen.device.directory.Customers;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Knows accounts and their people; when a user is deactivated, his assignments end. */
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
            case RoleAssigned role -> customers.add(role.userId(), role.accountId());
            case UserDeactivated user -> endAssignments(user.userId(), received.metadata());
            default -> {
                // names, languages and staff do not matter here
            }
        }
    }

    private void endAssignments(UserId user, EventMetadata cause) {
        var active = assignments.of(user);
        for (var assignment : active) {
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(new UnassignDevice(assignment.deviceId(), user))
                    .withMetaData(Map.of(
                            MetadataKeys.ACTOR, cause.actor(),
                            MetadataKeys.ACCOUNT, assignment.accountId().toString(),
                            MetadataKeys.CORRELATION, cause.correlationId())));
        }
        for (var assignment : active) {
            assignments.end(assignment.deviceId(), user);
        }
        customers.remove(user);
    }
}
