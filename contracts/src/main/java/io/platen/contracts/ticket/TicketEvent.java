package io.platen.contracts.ticket;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;

/** What ticket-service tells. */
public sealed interface TicketEvent extends PublishedEvent
        permits EngineerArrived,
                EngineerDispatched,
                EngineerEnRoute,
                TicketAssigned,
                TicketClosed,
                TicketCommented,
                TicketOpened,
                TicketPrioritised,
                TicketResolved,
                TicketStateChanged,
                TicketTriageOverdue {

    @Override
    default Topic topic() {
        return Topic.TICKET;
    }
}
