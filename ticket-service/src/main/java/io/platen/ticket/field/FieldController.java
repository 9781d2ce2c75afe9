package io.platen.ticket.field;

import io.platen.contracts.access.Function;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.ticket.life.TicketCommand.ReportArrival;
import io.platen.ticket.life.TicketCommand.ReportEnRoute;
import io.platen.ticket.reach.Nothing;
import io.platen.ticket.reach.TicketAnswer;
import io.platen.ticket.reach.TicketReach;
import io.platen.ticket.reach.TicketSteps;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** TIC-33: the engineer who was sent leaves and arrives. For all others there is no such ticket. */
@RestController
class FieldController {

    private final TicketReach reach;
    private final TicketSteps steps;

    FieldController(TicketReach reach, TicketSteps steps) {
        this.reach = reach;
        this.steps = steps;
    }

    @PostMapping("/api/tickets/{reference}/en-route")
    @RequiresFunction(Function.FIELD_WORK)
    @Operation(operationId = "reportEnRoute", summary = "Tell that the engineer has left")
    ResponseEntity<TicketAnswer> enRoute(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String reference,
            @RequestBody(required = false) @Nullable Nothing body) {
        var ticket = reach.require(caller, reference, Function.FIELD_WORK).ticket();
        return steps.take(caller, request, null, ticket, new ReportEnRoute(ticket.reference(), caller.userId()));
    }

    @PostMapping("/api/tickets/{reference}/arrival")
    @RequiresFunction(Function.FIELD_WORK)
    @Operation(operationId = "reportArrival", summary = "Tell that the engineer is on site")
    ResponseEntity<TicketAnswer> arrival(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String reference,
            @RequestBody(required = false) @Nullable Nothing body) {
        var ticket = reach.require(caller, reference, Function.FIELD_WORK).ticket();
        return steps.take(caller, request, null, ticket, new ReportArrival(ticket.reference(), caller.userId()));
    }
}
