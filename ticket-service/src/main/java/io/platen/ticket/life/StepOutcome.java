package io.platen.ticket.life;

import io.platen.contracts.ticket.TicketState;
import java.time.Instant;

/** What a ticket says to a step. */
public sealed interface StepOutcome {

    /** Done, now or by the same person before. */
    record Done(TicketState state) implements StepOutcome {}

    /** Done, and the customer has an answer before that moment. */
    record Prioritised(TicketState state, int priority, Instant answerDue) implements StepOutcome {}

    /** Not in the table of transitions. */
    record Illegal(TicketState from, TicketState to) implements StepOutcome {}

    /** Another rule is in the way. */
    record Refused(Reason reason) implements StepOutcome {}

    /** Of a refusal. */
    enum Reason {
        /** Another engineer, or none, was sent. */
        NOT_THE_ENGINEER,
        NOT_AN_INCIDENT,
        PRIORITY_MISSING,
        VISIT_WINDOW_INVALID,
        TICKET_CLOSED
    }
}
