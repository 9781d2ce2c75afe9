package io.platen.ticket.open;

import io.platen.contracts.access.Function;
import io.platen.contracts.ticket.TicketState;
import io.platen.platform.command.Commands;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.ticket.PlainText;
import io.platen.ticket.directory.KnownTicket;
import io.platen.ticket.directory.Tickets;
import io.platen.ticket.directory.TriageDeadlines;
import io.platen.ticket.life.TicketCommand.OpenTicket;
import io.platen.ticket.reach.TicketAnswer;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** TIC-01, TIC-02, TIC-05: a question or an incident gets its reference. */
@RestController
class OpenTicketController {

    private final Origins origins;
    private final Tickets tickets;
    private final TriageDeadlines triage;
    private final Commands commands;

    OpenTicketController(Origins origins, Tickets tickets, TriageDeadlines triage, Commands commands) {
        this.origins = origins;
        this.tickets = tickets;
        this.triage = triage;
        this.commands = commands;
    }

    @PostMapping("/api/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresFunction({Function.TICKET_USE, Function.TICKET_DESK})
    @Operation(operationId = "openTicket", summary = "Open a ticket")
    ResponseEntity<TicketAnswer> open(
            Caller caller, HttpServletRequest request, @Valid @RequestBody OpenTicketRequest body) {
        var origin = origins.of(caller, body);
        var subject = PlainText.required("subject", body.subject());
        var description = PlainText.required("description", body.description());
        var topic = PlainText.required("topic", body.topic());
        return commands.handle(caller, request, body, session -> {
            var kind = body.ticketKind();
            var machineDown = body.machineIsDown();
            var reference = tickets.nextReference();
            Instant triageDue = session.send(
                    new OpenTicket(
                            reference,
                            origin.accountId(),
                            origin.region(),
                            kind,
                            subject,
                            description,
                            topic,
                            body.deviceId(),
                            origin.requester(),
                            origin.channel(),
                            machineDown),
                    origin.accountId());
            tickets.add(new KnownTicket(
                    reference, origin.accountId(), origin.region(), body.deviceId(), origin.requester(), null, null));
            triage.add(reference, origin.accountId(), triageDue);
            return ResponseEntity.status(HttpStatus.CREATED).body(new TicketAnswer(reference, TicketState.NEW));
        });
    }
}
