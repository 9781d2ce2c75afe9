package io.platen.ticket.life;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.CommentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketState;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What is stored of a ticket; private to this service. */
public sealed interface TicketEvent {

    TicketReference reference();

    /** @param machineDown true where the machine cannot be used; missing where nobody was asked */
    @Revision("1")
    record TicketOpened(
            TicketReference reference,
            AccountId accountId,
            String region,
            TicketKind kind,
            String subject,
            String description,
            String topic,
            @Nullable DeviceId deviceId,
            UserId requester,
            TicketChannel channel,
            Instant openedAt,
            @Nullable Boolean machineDown)
            implements TicketEvent {}

    @Revision("1")
    record TicketPrioritised(
            TicketReference reference,
            UserId by,
            int priority,
            boolean businessCritical,
            boolean workaround,
            Instant answerDue,
            Instant at)
            implements TicketEvent {}

    @Revision("1")
    record TicketAssigned(TicketReference reference, UserId by, UserId specialist, Instant at) implements TicketEvent {}

    @Revision("1")
    record EngineerDispatched(
            TicketReference reference, UserId by, UserId engineer, Instant from, Instant until, Instant at)
            implements TicketEvent {}

    @Revision("1")
    record EngineerLeft(TicketReference reference, UserId engineer, Instant at) implements TicketEvent {}

    @Revision("1")
    record EngineerArrived(TicketReference reference, UserId engineer, Instant at) implements TicketEvent {}

    @Revision("1")
    record TicketResolved(TicketReference reference, UserId by, String resolution, Instant at) implements TicketEvent {}

    @Revision("1")
    record TicketClosed(TicketReference reference, UserId by, Instant at) implements TicketEvent {}

    @Revision("1")
    record TicketCommented(
            TicketReference reference,
            CommentId commentId,
            UserId author,
            boolean byStaff,
            String text,
            boolean internal,
            Instant at)
            implements TicketEvent {}

    /** The first word of staff that the customer sees: the answer clock stops (TIC-30). */
    @Revision("1")
    record TicketAnswered(TicketReference reference, UserId by, Instant at) implements TicketEvent {}

    /** Nobody had given it a priority in time; told once (TIC-20). */
    @Revision("1")
    record TicketTriageOverdue(TicketReference reference, Instant due, Instant at) implements TicketEvent {}

    /** Behind the event that moved it. */
    @Revision("1")
    record TicketMoved(TicketReference reference, TicketState from, TicketState to) implements TicketEvent {}
}
