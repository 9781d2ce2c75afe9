package io.platen.ticket.publish;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.ticket.EngineerArrived;
import io.platen.contracts.ticket.EngineerDispatched;
import io.platen.contracts.ticket.EngineerEnRoute;
import io.platen.contracts.ticket.TicketAssigned;
import io.platen.contracts.ticket.TicketClosed;
import io.platen.contracts.ticket.TicketCommented;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.contracts.ticket.TicketPrioritised;
import io.platen.contracts.ticket.TicketResolved;
import io.platen.contracts.ticket.TicketStateChanged;
import io.platen.contracts.ticket.TicketTriageOverdue;
import io.platen.platform.publish.PublishedEventMapper;
import io.platen.platform.publish.StoredEvent;
import io.platen.ticket.life.TicketEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** All is told but that the answer clock stopped, which the comment or the resolution before it says. */
@Component
class TicketPublications implements PublishedEventMapper {

    @Override
    public List<PublishedEvent> publish(StoredEvent event) {
        return event.payload() instanceof TicketEvent told ? published(told) : List.of();
    }

    private static List<PublishedEvent> published(TicketEvent event) {
        return switch (event) {
            case TicketEvent.TicketOpened opened ->
                List.of(new TicketOpened(
                        opened.reference(),
                        opened.accountId(),
                        opened.region(),
                        opened.kind(),
                        opened.subject(),
                        opened.description(),
                        opened.topic(),
                        opened.deviceId(),
                        opened.requester(),
                        opened.channel(),
                        opened.openedAt(),
                        opened.machineDown()));
            case TicketEvent.TicketPrioritised step ->
                List.of(new TicketPrioritised(
                        step.reference(),
                        step.priority(),
                        step.businessCritical(),
                        step.workaround(),
                        step.answerDue(),
                        step.at()));
            case TicketEvent.TicketAssigned step ->
                List.of(new TicketAssigned(step.reference(), step.specialist(), step.at()));
            case TicketEvent.EngineerDispatched step ->
                List.of(new EngineerDispatched(step.reference(), step.engineer(), step.from(), step.until()));
            case TicketEvent.EngineerLeft step ->
                List.of(new EngineerEnRoute(step.reference(), step.engineer(), step.at()));
            case TicketEvent.EngineerArrived step ->
                List.of(new EngineerArrived(step.reference(), step.engineer(), step.at()));
            case TicketEvent.TicketResolved step ->
                List.of(new TicketResolved(step.reference(), step.resolution(), step.at()));
            case TicketEvent.TicketClosed step -> List.of(new TicketClosed(step.reference(), step.at()));
            case TicketEvent.TicketCommented comment ->
                List.of(new TicketCommented(
                        comment.reference(),
                        comment.commentId(),
                        comment.author(),
                        comment.byStaff(),
                        comment.text(),
                        comment.internal(),
                        comment.at()));
            case TicketEvent.TicketAnswered answered -> List.of();
            case TicketEvent.TicketTriageOverdue overdue ->
                List.of(new TicketTriageOverdue(overdue.reference(), overdue.due(), overdue.at()));
            case TicketEvent.TicketMoved moved ->
                List.of(new TicketStateChanged(moved.reference(), moved.from(), moved.to()));
        };
    }
}
