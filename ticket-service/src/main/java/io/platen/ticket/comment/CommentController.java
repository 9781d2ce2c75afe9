package io.platen.ticket.comment;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.CommentId;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.ticket.PlainText;
import io.platen.ticket.life.TicketCommand.CommentTicket;
import io.platen.ticket.reach.TicketReach;
import io.platen.ticket.reach.TicketSteps;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** TIC-43: whoever sees a ticket and works on it may write; staff also what the customer does not see. */
@RestController
class CommentController {

    /** @param internal false where absent */
    record CommentRequest(
            @NotBlank @Size(max = PlainText.LONG) @Pattern(regexp = PlainText.LINES)
            String text,

            @Nullable Boolean internal) {}

    record CommentAnswer(CommentId commentId) {}

    private final TicketReach reach;
    private final Commands commands;

    CommentController(TicketReach reach, Commands commands) {
        this.reach = reach;
        this.commands = commands;
    }

    @PostMapping("/api/tickets/{reference}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresFunction({Function.TICKET_USE, Function.TICKET_DESK, Function.FIELD_WORK, Function.DISPATCH})
    @Operation(operationId = "commentTicket", summary = "Write on a ticket")
    ResponseEntity<CommentAnswer> comment(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String reference,
            @Valid @RequestBody CommentRequest body) {
        var ticket = reach.require(
                        caller,
                        reference,
                        Function.TICKET_USE,
                        Function.TICKET_DESK,
                        Function.FIELD_WORK,
                        Function.DISPATCH)
                .ticket();
        var internal = Boolean.TRUE.equals(body.internal());
        if (internal && !caller.isStaff()) {
            throw Rejected.of(CommonProblem.FORBIDDEN);
        }
        var text = PlainText.required("text", body.text());
        return commands.handle(caller, request, body, session -> {
            var comment = CommentId.random();
            TicketSteps.done(
                    session,
                    ticket,
                    new CommentTicket(ticket.reference(), comment, caller.userId(), caller.isStaff(), text, internal));
            return ResponseEntity.status(HttpStatus.CREATED).body(new CommentAnswer(comment));
        });
    }
}
