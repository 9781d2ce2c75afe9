package io.platen.ticket.life;

import io.platen.contracts.id.UserId;
import io.platen.ticket.life.TicketEvent.EngineerArrived;
import io.platen.ticket.life.TicketEvent.EngineerDispatched;
import io.platen.ticket.life.TicketEvent.EngineerLeft;
import io.platen.ticket.life.TicketEvent.TicketAssigned;
import io.platen.ticket.life.TicketEvent.TicketClosed;
import io.platen.ticket.life.TicketEvent.TicketPrioritised;
import io.platen.ticket.life.TicketEvent.TicketResolved;
import org.jspecify.annotations.Nullable;

/** The last of each step that was taken on a ticket. */
record Steps(
        @Nullable TicketPrioritised prioritised,
        @Nullable TicketAssigned assigned,
        @Nullable EngineerDispatched dispatched,
        @Nullable EngineerLeft left,
        @Nullable EngineerArrived arrived,
        @Nullable TicketResolved resolved,
        @Nullable TicketClosed closed) {

    static final Steps NONE = new Steps(null, null, null, null, null, null, null);

    boolean isEngineer(UserId user) {
        return dispatched != null && dispatched.engineer().equals(user);
    }

    Steps with(TicketPrioritised step) {
        return new Steps(step, assigned, dispatched, left, arrived, resolved, closed);
    }

    Steps with(TicketAssigned step) {
        return new Steps(prioritised, step, dispatched, left, arrived, resolved, closed);
    }

    /** Another plan is another journey. */
    Steps with(EngineerDispatched step) {
        return new Steps(prioritised, assigned, step, null, null, resolved, closed);
    }

    Steps with(EngineerLeft step) {
        return new Steps(prioritised, assigned, dispatched, step, arrived, resolved, closed);
    }

    Steps with(EngineerArrived step) {
        return new Steps(prioritised, assigned, dispatched, left, step, resolved, closed);
    }

    Steps with(TicketResolved step) {
        return new Steps(prioritised, assigned, dispatched, left, arrived, step, closed);
    }

    Steps with(TicketClosed step) {
        return new Steps(prioritised, assigned, dispatched, left, arrived, resolved, step);
    }

    /** Whether the same person said the same, whenever it was. */
    boolean include(TicketEvent event) {
        return switch (event) {
            case TicketPrioritised step ->
                prioritised != null
                        && step.by().equals(prioritised.by())
                        && step.priority() == prioritised.priority()
                        && step.businessCritical() == prioritised.businessCritical()
                        && step.workaround() == prioritised.workaround();
            case TicketAssigned step ->
                assigned != null
                        && step.by().equals(assigned.by())
                        && step.specialist().equals(assigned.specialist());
            case EngineerDispatched step ->
                dispatched != null
                        && step.by().equals(dispatched.by())
                        && step.engineer().equals(dispatched.engineer())
                        && step.from().equals(dispatched.from())
                        && step.until().equals(dispatched.until());
            case EngineerLeft step -> left != null && step.engineer().equals(left.engineer());
            case EngineerArrived step -> arrived != null && step.engineer().equals(arrived.engineer());
            case TicketResolved step ->
                resolved != null
                        && step.by().equals(resolved.by())
                        && step.resolution().equals(resolved.resolution());
            case TicketClosed step -> closed != null && step.by().equals(closed.by());
            case TicketEvent.TicketOpened opened -> false;
            case TicketEvent.TicketCommented comment -> false;
            case TicketEvent.TicketAnswered answered -> false;
            case TicketEvent.TicketMoved moved -> false;
            case TicketEvent.TicketTriageOverdue overdue -> false;
        };
    }
}
