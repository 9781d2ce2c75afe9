package io.platen.device.assignment;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of an assignment. */
public sealed interface AssignmentCommand {

    /** @param accountId of the device and the user */
    record AssignDevice(
            @TargetAggregateIdentifier AssignmentId assignmentId, DeviceId deviceId, UserId userId, AccountId accountId)
            implements AssignmentCommand {

        public AssignDevice(DeviceId deviceId, UserId userId, AccountId accountId) {
            this(AssignmentId.of(deviceId, userId), deviceId, userId, accountId);
        }
    }

    record UnassignDevice(@TargetAggregateIdentifier AssignmentId assignmentId) implements AssignmentCommand {

        public UnassignDevice(DeviceId deviceId, UserId userId) {
            this(AssignmentId.of(deviceId, userId));
        }
    }
}
