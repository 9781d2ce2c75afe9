package io.platen.notification.automation;

import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.ticket.EngineerDispatched;
import io.platen.contracts.ticket.EngineerEnRoute;
import io.platen.contracts.ticket.TicketClosed;
import io.platen.contracts.ticket.TicketCommented;
import io.platen.contracts.ticket.TicketOpened;
import io.platen.contracts.ticket.TicketPrioritised;
import io.platen.contracts.ticket.TicketResolved;
import io.platen.notification.automation.Tickets.Ticket;
import io.platen.notification.notice.Announcement;
import io.platen.notification.notice.Fact;
import io.platen.notification.notice.Notice;
import io.platen.notification.outbox.Announcer;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the customer may see of a ticket, its requester is told; internal notes never leave the house (D-31). */
@Component
class WhenTicketMovesThenTellRequester implements InboxConsumer {

    private final Tickets tickets;
    private final Announcer announcer;

    WhenTicketMovesThenTellRequester(Tickets tickets, Announcer announcer) {
        this.tickets = tickets;
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "ticket-notices";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.TICKET);
    }

    @Override
    public boolean onlyProjects() {
        return true;
    }

    @Override
    public void on(Received received) {
        var why = received.metadata();
        switch (received.event()) {
            case TicketOpened e -> {
                tickets.add(e);
                tell(
                        Notice.TICKET_OPENED,
                        e.reference(),
                        Map.of(Fact.TICKET_KIND, e.kind().name()),
                        why);
            }
            case TicketPrioritised e ->
                tell(
                        Notice.TICKET_PRIORITISED,
                        e.reference(),
                        Map.of(
                                Fact.PRIORITY, Integer.toString(e.priority()),
                                Fact.ANSWER_DUE, e.answerDue().toString()),
                        why);
            case EngineerDispatched e ->
                tell(Notice.VISIT_PLANNED, e.reference(), Map.of(Fact.VISIT, e.from() + "/" + e.until()), why);
            case EngineerEnRoute e -> tell(Notice.ENGINEER_EN_ROUTE, e.reference(), Map.of(), why);
            case TicketCommented e -> {
                if (!e.internal() && !e.author().equals(known(e.reference()).requester())) {
                    tell(Notice.TICKET_COMMENTED, e.reference(), Map.of(Fact.COMMENT, e.text()), why);
                }
            }
            case TicketResolved e ->
                tell(Notice.TICKET_RESOLVED, e.reference(), Map.of(Fact.RESOLUTION, e.resolution()), why);
            case TicketClosed e -> tell(Notice.TICKET_CLOSED, e.reference(), Map.of(), why);
            default -> {
                // who works on it, and the state that follows from the rest
            }
        }
    }

    private void tell(Notice notice, TicketReference reference, Map<Fact, String> news, EventMetadata why) {
        var ticket = known(reference);
        var facts = new EnumMap<Fact, String>(Fact.class);
        facts.put(Fact.REFERENCE, reference.value());
        facts.put(Fact.SUBJECT, ticket.subject());
        facts.putAll(news);
        announcer.announce(new Announcement(notice, why, ticket.account(), ticket.device(), ticket.requester(), facts));
    }

    private Ticket known(TicketReference reference) {
        return tickets.find(reference)
                .orElseThrow(() -> new IllegalStateException("Nobody said that " + reference + " was opened"));
    }
}
