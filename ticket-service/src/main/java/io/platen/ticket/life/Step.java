package io.platen.ticket.life;

import io.platen.contracts.ticket.TicketState;

/** What moves a ticket on. */
enum Step {
    PRIORITISE(TicketState.PRIORITISED),
    ASSIGN(TicketState.ASSIGNED),
    DISPATCH(TicketState.DISPATCHED),
    LEAVE(TicketState.DISPATCHED),
    ARRIVE(TicketState.IN_PROGRESS),
    RESOLVE(TicketState.RESOLVED),
    CLOSE(TicketState.CLOSED);

    private final TicketState target;

    Step(TicketState target) {
        this.target = target;
    }

    /** Where it is meant to lead; a ticket that is further on keeps its state. */
    TicketState target() {
        return target;
    }
}
