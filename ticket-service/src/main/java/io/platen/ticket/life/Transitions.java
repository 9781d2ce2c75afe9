package io.platen.ticket.life;

import static io.platen.contracts.ticket.TicketState.ASSIGNED;
import static io.platen.contracts.ticket.TicketState.CLOSED;
import static io.platen.contracts.ticket.TicketState.DISPATCHED;
import static io.platen.contracts.ticket.TicketState.IN_PROGRESS;
import static io.platen.contracts.ticket.TicketState.NEW;
import static io.platen.contracts.ticket.TicketState.PRIORITISED;
import static io.platen.contracts.ticket.TicketState.RESOLVED;
import static io.platen.contracts.ticket.TicketState.WAITING_FOR_CUSTOMER;

import io.platen.contracts.ticket.TicketState;
import java.util.Map;
import java.util.Optional;

/** Where each step leads from each state; what is not here is an illegal transition (TIC-35). */
final class Transitions {

    private static final Map<Step, Map<TicketState, TicketState>> TABLE = Map.of(
            Step.PRIORITISE,
                    Map.of(
                            NEW, PRIORITISED,
                            PRIORITISED, PRIORITISED,
                            ASSIGNED, ASSIGNED,
                            WAITING_FOR_CUSTOMER, WAITING_FOR_CUSTOMER),
            Step.ASSIGN,
                    Map.of(
                            NEW, ASSIGNED,
                            PRIORITISED, ASSIGNED,
                            ASSIGNED, ASSIGNED,
                            WAITING_FOR_CUSTOMER, ASSIGNED),
            Step.DISPATCH,
                    Map.of(
                            NEW, DISPATCHED,
                            PRIORITISED, DISPATCHED,
                            ASSIGNED, DISPATCHED,
                            WAITING_FOR_CUSTOMER, DISPATCHED,
                            DISPATCHED, DISPATCHED),
            Step.LEAVE, Map.of(DISPATCHED, DISPATCHED),
            Step.ARRIVE, Map.of(DISPATCHED, IN_PROGRESS),
            Step.RESOLVE,
                    Map.of(
                            PRIORITISED, RESOLVED,
                            ASSIGNED, RESOLVED,
                            WAITING_FOR_CUSTOMER, RESOLVED,
                            DISPATCHED, RESOLVED,
                            IN_PROGRESS, RESOLVED),
            Step.CLOSE, Map.of(RESOLVED, CLOSED));

    private Transitions() {}

    static Optional<TicketState> after(TicketState state, Step step) {
        return Optional.ofNullable(TABLE.getOrDefault(step, Map.of()).get(state));
    }
}
