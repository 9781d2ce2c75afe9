package io.platen.ticket.life;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.CommentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketKind;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a ticket. */
public sealed interface TicketCommand {

    TicketReference reference();

    /**
     * @param region of the account: its calendar counts the ticket's clocks
     * @param machineDown whether the machine cannot be used
     */
    record OpenTicket(
            @TargetAggregateIdentifier TicketReference reference,
            AccountId accountId,
            String region,
            TicketKind kind,
            String subject,
            String description,
            String topic,
            @Nullable DeviceId deviceId,
            UserId requester,
            TicketChannel channel,
            boolean machineDown)
            implements TicketCommand {}

    record PrioritiseTicket(
            @TargetAggregateIdentifier TicketReference reference,
            UserId by,
            boolean businessCritical,
            boolean workaround,
            Priority.@Nullable FeatureFaulty featureFaulty)
            implements TicketCommand {}

    /** Asked when the time for a priority is up. */
    record FlagTriageOverdue(@TargetAggregateIdentifier TicketReference reference) implements TicketCommand {}

    record AssignTicket(@TargetAggregateIdentifier TicketReference reference, UserId by, UserId specialist)
            implements TicketCommand {}

    record DispatchEngineer(
            @TargetAggregateIdentifier TicketReference reference,
            UserId by,
            UserId engineer,
            Instant from,
            Instant until)
            implements TicketCommand {}

    record ReportEnRoute(@TargetAggregateIdentifier TicketReference reference, UserId engineer)
            implements TicketCommand {}

    record ReportArrival(@TargetAggregateIdentifier TicketReference reference, UserId engineer)
            implements TicketCommand {}

    /** @param fromTheField by the engineer who was sent; else by the desk */
    record ResolveTicket(
            @TargetAggregateIdentifier TicketReference reference, UserId by, boolean fromTheField, String resolution)
            implements TicketCommand {}

    record CloseTicket(@TargetAggregateIdentifier TicketReference reference, UserId by) implements TicketCommand {}

    /** @param internal a note that only staff see */
    record CommentTicket(
            @TargetAggregateIdentifier TicketReference reference,
            CommentId commentId,
            UserId author,
            boolean byStaff,
            String text,
            boolean internal)
            implements TicketCommand {}
}
