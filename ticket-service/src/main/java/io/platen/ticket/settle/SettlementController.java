package io.platen.ticket.settle;

import io.platen.contracts.access.Function;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.ticket.PlainText;
import io.platen.ticket.life.TicketCommand.CloseTicket;
import io.platen.ticket.life.TicketCommand.ResolveTicket;
import io.platen.ticket.reach.Nothing;
import io.platen.ticket.reach.TicketAnswer;
import io.platen.ticket.reach.TicketReach;
import io.platen.ticket.reach.TicketSteps;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The engineer or the desk says what was done; the customer or the desk closes. */
@RestController
class SettlementController {

    record ResolutionRequest(
            @NotBlank @Size(max = PlainText.LONG) @Pattern(regexp = PlainText.LINES)
            String resolution) {}

    private final TicketReach reach;
    private final TicketSteps steps;

    SettlementController(TicketReach reach, TicketSteps steps) {
        this.reach = reach;
        this.steps = steps;
    }

    @PostMapping("/api/tickets/{reference}/resolution")
    @RequiresFunction({Function.FIELD_WORK, Function.TICKET_DESK})
    @Operation(operationId = "resolveTicket", summary = "Say what was done")
    ResponseEntity<TicketAnswer> resolve(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String reference,
            @Valid @RequestBody ResolutionRequest body) {
        var reached = reach.require(caller, reference, Function.FIELD_WORK, Function.TICKET_DESK);
        var ticket = reached.ticket();
        var command = new ResolveTicket(
                ticket.reference(),
                caller.userId(),
                reached.by() == Function.FIELD_WORK,
                PlainText.required("resolution", body.resolution()));
        return steps.take(caller, request, body, ticket, command);
    }

    @PostMapping("/api/tickets/{reference}/closure")
    @RequiresFunction({Function.TICKET_USE, Function.TICKET_DESK})
    @Operation(operationId = "closeTicket", summary = "Close a resolved ticket")
    ResponseEntity<TicketAnswer> close(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String reference,
            @RequestBody(required = false) @Nullable Nothing body) {
        var ticket = reach.requireOwnOr(Function.TICKET_DESK, caller, reference);
        return steps.take(caller, request, null, ticket, new CloseTicket(ticket.reference(), caller.userId()));
    }
}
