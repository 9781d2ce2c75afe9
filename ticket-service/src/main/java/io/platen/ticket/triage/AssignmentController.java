package io.platen.ticket.triage;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.UserId;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.ticket.TicketProblem;
import io.platen.ticket.directory.StaffPeople;
import io.platen.ticket.directory.Tickets;
import io.platen.ticket.life.TicketCommand.AssignTicket;
import io.platen.ticket.reach.TicketAnswer;
import io.platen.ticket.reach.TicketReach;
import io.platen.ticket.reach.TicketSteps;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** TIC-29: one specialist of the region looks after a ticket. */
@RestController
class AssignmentController {

    record AssignmentRequest(@NotNull UserId specialistId) {}

    private final TicketReach reach;
    private final StaffPeople staff;
    private final Tickets tickets;
    private final TicketSteps steps;

    AssignmentController(TicketReach reach, StaffPeople staff, Tickets tickets, TicketSteps steps) {
        this.reach = reach;
        this.staff = staff;
        this.tickets = tickets;
        this.steps = steps;
    }

    @PostMapping("/api/tickets/{reference}/assignment")
    @RequiresFunction(Function.TICKET_DESK)
    @Operation(operationId = "assignTicket", summary = "Give a ticket to a specialist")
    ResponseEntity<TicketAnswer> assign(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String reference,
            @Valid @RequestBody AssignmentRequest body) {
        var ticket = reach.require(caller, reference, Function.TICKET_DESK).ticket();
        var specialist = body.specialistId();
        if (!staff.canBeGiven(specialist, Function.TICKET_DESK, ticket.region())) {
            throw Rejected.of(TicketProblem.SPECIALIST_OUTSIDE_REGION)
                    .field("specialistId", TicketProblem.SPECIALIST_OUTSIDE_REGION, Map.of());
        }
        return steps.take(
                caller,
                request,
                body,
                ticket,
                new AssignTicket(ticket.reference(), caller.userId(), specialist),
                () -> tickets.assign(ticket.reference(), specialist));
    }
}
