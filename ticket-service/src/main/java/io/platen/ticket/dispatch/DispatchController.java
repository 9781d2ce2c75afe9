package io.platen.ticket.dispatch;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.UserId;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.ticket.TicketProblem;
import io.platen.ticket.directory.StaffPeople;
import io.platen.ticket.directory.Tickets;
import io.platen.ticket.life.TicketCommand.DispatchEngineer;
import io.platen.ticket.reach.TicketAnswer;
import io.platen.ticket.reach.TicketReach;
import io.platen.ticket.reach.TicketSteps;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** TIC-32: a planner sends an engineer of the region, or plans the visit anew before he is there. */
@RestController
class DispatchController {

    record DispatchRequest(
            @NotNull UserId engineerId,
            @NotNull Instant from,
            @NotNull Instant until) {}

    private final TicketReach reach;
    private final StaffPeople staff;
    private final Tickets tickets;
    private final TicketSteps steps;

    DispatchController(TicketReach reach, StaffPeople staff, Tickets tickets, TicketSteps steps) {
        this.reach = reach;
        this.staff = staff;
        this.tickets = tickets;
        this.steps = steps;
    }

    @PostMapping("/api/tickets/{reference}/dispatch")
    @RequiresFunction(Function.DISPATCH)
    @Operation(operationId = "dispatchEngineer", summary = "Send an engineer to an incident")
    ResponseEntity<TicketAnswer> dispatch(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String reference,
            @Valid @RequestBody DispatchRequest body) {
        var ticket = reach.require(caller, reference, Function.DISPATCH).ticket();
        var engineer = body.engineerId();
        if (!staff.canBeGiven(engineer, Function.FIELD_WORK, ticket.region())) {
            throw Rejected.of(TicketProblem.ENGINEER_OUTSIDE_REGION)
                    .field("engineerId", TicketProblem.ENGINEER_OUTSIDE_REGION, Map.of());
        }
        return steps.take(
                caller,
                request,
                body,
                ticket,
                new DispatchEngineer(ticket.reference(), caller.userId(), engineer, body.from(), body.until()),
                () -> tickets.dispatch(ticket.reference(), engineer));
    }
}
