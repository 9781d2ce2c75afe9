package io.platen.gateway.read;

import static io.platen.contracts.ticket.TicketState.ASSIGNED;
import static io.platen.contracts.ticket.TicketState.CANCELLED;
import static io.platen.contracts.ticket.TicketState.CLOSED;
import static io.platen.contracts.ticket.TicketState.DISPATCHED;
import static io.platen.contracts.ticket.TicketState.IN_PROGRESS;
import static io.platen.contracts.ticket.TicketState.NEW;
import static io.platen.contracts.ticket.TicketState.PRIORITISED;
import static io.platen.contracts.ticket.TicketState.RESOLVED;
import static io.platen.contracts.ticket.TicketState.WAITING_FOR_CUSTOMER;

import io.platen.contracts.access.Function;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketState;
import io.platen.platform.security.Caller;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a reader may do next with a ticket that he sees. A hint for his screen: ticket-service decides. */
final class AllowedSteps {

    /** Nobody was sent yet. */
    static final Set<TicketState> UNPLANNED = EnumSet.of(NEW, PRIORITISED, ASSIGNED, WAITING_FOR_CUSTOMER);

    private static final Set<TicketState> PLANNED = EnumSet.of(DISPATCHED, IN_PROGRESS);

    private AllowedSteps() {}

    static List<TicketAction> of(Caller caller, TicketRows.Known ticket) {
        var steps = EnumSet.noneOf(TicketAction.class);
        var me = caller.userId().value();
        var state = ticket.row().state();
        var region = ticket.row().region();
        var desk = Reach.staffReaches(caller, Function.TICKET_DESK, region, me.equals(ticket.specialist()));
        var planner = Reach.staffReaches(caller, Function.DISPATCH, region, false);
        var engineer = Reach.staffReaches(caller, Function.FIELD_WORK, region, me.equals(ticket.engineer()));
        var customer = caller.has(Function.TICKET_USE);
        if (desk && UNPLANNED.contains(state)) {
            steps.add(TicketAction.PRIORITISE);
            steps.add(TicketAction.ASSIGN);
        }
        if (planner
                && ticket.row().kind() == TicketKind.INCIDENT
                && ticket.row().priority() != null
                && (UNPLANNED.contains(state) || state == DISPATCHED)) {
            steps.add(TicketAction.DISPATCH);
        }
        if (engineer && state == DISPATCHED) {
            steps.add(TicketAction.ARRIVE);
            if (!ticket.enRoute()) {
                steps.add(TicketAction.LEAVE);
            }
        }
        if ((desk || engineer) && state != NEW && (UNPLANNED.contains(state) || PLANNED.contains(state))) {
            steps.add(TicketAction.RESOLVE);
        }
        var own = customer
                && (me.equals(ticket.requester())
                        || Reach.seesAccount(
                                caller,
                                Set.of(Function.TICKET_USE),
                                ticket.row().accountId()));
        if ((desk || own) && state == RESOLVED) {
            steps.add(TicketAction.CLOSE);
        }
        if ((desk || planner || engineer || customer) && state != CLOSED && state != CANCELLED) {
            steps.add(TicketAction.COMMENT);
            if (!customer) {
                steps.add(TicketAction.COMMENT_INTERNALLY);
            }
        }
        return List.copyOf(steps);
    }
}
