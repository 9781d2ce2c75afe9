package io.platen.ticket.triage;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.ticket.TicketState;
import io.platen.platform.command.Commands;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.ticket.life.Priority;
import io.platen.ticket.life.StepOutcome;
import io.platen.ticket.life.TicketCommand.PrioritiseTicket;
import io.platen.ticket.reach.TicketReach;
import io.platen.ticket.reach.TicketSteps;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** TIC-21: priority follows from criticality and workaround, and says until when there is an answer. */
@RestController
class PriorityController {

    /** @param featureFaulty looked at only where the business goes on */
    record PriorityRequest(
            @NotNull Boolean businessCritical,
            @NotNull Boolean workaround,
            Priority.@Nullable FeatureFaulty featureFaulty) {}

    /** @param priority 1 is the highest */
    record PriorityAnswer(TicketReference reference, int priority, Instant answerDue, TicketState state) {}

    private final TicketReach reach;
    private final Commands commands;

    PriorityController(TicketReach reach, Commands commands) {
        this.reach = reach;
        this.commands = commands;
    }

    @PostMapping("/api/tickets/{reference}/priority")
    @RequiresFunction(Function.TICKET_DESK)
    @Operation(operationId = "prioritiseTicket", summary = "Give a ticket its priority")
    ResponseEntity<PriorityAnswer> prioritise(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String reference,
            @Valid @RequestBody PriorityRequest body) {
        var ticket = reach.require(caller, reference, Function.TICKET_DESK).ticket();
        var command = new PrioritiseTicket(
                ticket.reference(), caller.userId(), body.businessCritical(), body.workaround(), body.featureFaulty());
        return commands.handle(caller, request, body, session -> {
            return switch (TicketSteps.outcome(session, ticket, command)) {
                case StepOutcome.Prioritised done ->
                    ResponseEntity.ok(
                            new PriorityAnswer(ticket.reference(), done.priority(), done.answerDue(), done.state()));
                case StepOutcome.Illegal illegal -> throw TicketSteps.problem(illegal);
                case StepOutcome.Refused refused -> throw TicketSteps.problem(refused);
                case StepOutcome.Done done -> throw new IllegalStateException("No priority in " + done);
            };
        });
    }
}
