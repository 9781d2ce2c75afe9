package io.platen.ticket.reach;

import io.platen.platform.command.CommandSession;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.ticket.TicketProblem;
import io.platen.ticket.directory.KnownTicket;
import io.platen.ticket.life.StepOutcome;
import io.platen.ticket.life.TicketCommand;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes a step of a ticket, once per key, and says where it led. */
@Component
public class TicketSteps {

    private final Commands commands;

    TicketSteps(Commands commands) {
        this.commands = commands;
    }

    public ResponseEntity<TicketAnswer> take(
            Caller caller, HttpServletRequest request, @Nullable Object body, KnownTicket ticket, TicketCommand step) {
        return take(caller, request, body, ticket, step, () -> {});
    }

    /** @param noted is written with it, behind the event */
    public ResponseEntity<TicketAnswer> take(
            Caller caller,
            HttpServletRequest request,
            @Nullable Object body,
            KnownTicket ticket,
            TicketCommand step,
            Runnable noted) {
        return commands.handle(caller, request, body, session -> {
            var done = done(session, ticket, step);
            noted.run();
            return ResponseEntity.ok(new TicketAnswer(ticket.reference(), done.state()));
        });
    }

    /** @throws Rejected where the ticket refuses */
    public static StepOutcome.Done done(CommandSession session, KnownTicket ticket, TicketCommand step) {
        return switch (outcome(session, ticket, step)) {
            case StepOutcome.Done done -> done;
            case StepOutcome.Prioritised prioritised -> new StepOutcome.Done(prioritised.state());
            case StepOutcome.Illegal illegal -> throw problem(illegal);
            case StepOutcome.Refused refused -> throw problem(refused);
        };
    }

    public static StepOutcome outcome(CommandSession session, KnownTicket ticket, TicketCommand step) {
        return session.send(step, ticket.accountId());
    }

    public static Rejected problem(StepOutcome.Illegal illegal) {
        return Rejected.of(TicketProblem.ILLEGAL_TRANSITION)
                .with("from", illegal.from().name())
                .with("to", illegal.to().name());
    }

    public static Rejected problem(StepOutcome.Refused refused) {
        return switch (refused.reason()) {
            case NOT_THE_ENGINEER -> Rejected.of(CommonProblem.NOT_FOUND);
            case NOT_AN_INCIDENT -> Rejected.of(TicketProblem.NOT_AN_INCIDENT);
            case PRIORITY_MISSING -> Rejected.of(TicketProblem.PRIORITY_MISSING);
            case VISIT_WINDOW_INVALID ->
                Rejected.of(TicketProblem.VISIT_WINDOW_INVALID)
                        .field("until", TicketProblem.VISIT_WINDOW_INVALID, Map.of());
            case TICKET_CLOSED -> Rejected.of(TicketProblem.TICKET_CLOSED);
        };
    }
}
