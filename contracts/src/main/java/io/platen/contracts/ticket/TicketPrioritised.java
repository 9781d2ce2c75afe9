package io.platen.contracts.ticket;

import io.platen.contracts.id.TicketReference;
import java.time.Instant;

/** The priority by criticality and workaround, 1 the highest, and until when the customer has an answer. */
public record TicketPrioritised(
        TicketReference reference,
        int priority,
        boolean businessCritical,
        boolean workaround,
        Instant answerDue,
        Instant prioritisedAt)
        implements TicketEvent {}
