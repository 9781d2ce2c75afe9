package io.platen.device.assignment;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import org.axonframework.serialization.Revision;

/** What happened to an assignment; stored. */
public sealed interface AssignmentEvent {

    @Revision("1")
    record AssignmentBegun(AssignmentId assignmentId, DeviceId deviceId, UserId userId, AccountId accountId)
            implements AssignmentEvent {}

    @Revision("1")
    record AssignmentEnded(AssignmentId assignmentId, DeviceId deviceId, UserId userId, AccountId accountId)
            implements AssignmentEvent {}
}
