package io.platen.device.assignment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.device.assignment.AssignmentCommand.AssignDevice;
import io.platen.device.assignment.AssignmentCommand.UnassignDevice;
import io.platen.device.assignment.AssignmentEvent.AssignmentBegun;
import io.platen.device.assignment.AssignmentEvent.AssignmentEnded;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A user looks after a device; active at most once, and again after it ended. */
@Aggregate
class DeviceAssignment {

    @AggregateIdentifier
    private @Nullable AssignmentId assignmentId;

    private @Nullable AssignmentBegun active;

    DeviceAssignment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AssignmentOutcome on(AssignDevice command) {
        if (active != null) {
            return AssignmentOutcome.ALREADY_ASSIGNED;
        }
        apply(new AssignmentBegun(command.assignmentId(), command.deviceId(), command.userId(), command.accountId()));
        return AssignmentOutcome.ASSIGNED;
    }

    @CommandHandler
    void on(UnassignDevice command) {
        if (active != null) {
            apply(new AssignmentEnded(command.assignmentId(), active.deviceId(), active.userId(), active.accountId()));
        }
    }

    @EventSourcingHandler
    void on(AssignmentEvent event) {
        switch (event) {
            case AssignmentBegun begun -> {
                assignmentId = begun.assignmentId();
                active = begun;
            }
            case AssignmentEnded ended -> active = null;
        }
    }
}
