package io.platen.ticket.life;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketState;
import io.platen.ticket.calendar.ServiceCalendars;
import io.platen.ticket.life.StepOutcome.Reason;
import io.platen.ticket.life.TicketCommand.AssignTicket;
import io.platen.ticket.life.TicketCommand.CloseTicket;
import io.platen.ticket.life.TicketCommand.CommentTicket;
import io.platen.ticket.life.TicketCommand.DispatchEngineer;
import io.platen.ticket.life.TicketCommand.FlagTriageOverdue;
import io.platen.ticket.life.TicketCommand.OpenTicket;
import io.platen.ticket.life.TicketCommand.PrioritiseTicket;
import io.platen.ticket.life.TicketCommand.ReportArrival;
import io.platen.ticket.life.TicketCommand.ReportEnRoute;
import io.platen.ticket.life.TicketCommand.ResolveTicket;
import io.platen.ticket.life.TicketEvent.EngineerArrived;
import io.platen.ticket.life.TicketEvent.EngineerDispatched;
import io.platen.ticket.life.TicketEvent.EngineerLeft;
import io.platen.ticket.life.TicketEvent.TicketAnswered;
import io.platen.ticket.life.TicketEvent.TicketAssigned;
import io.platen.ticket.life.TicketEvent.TicketClosed;
import io.platen.ticket.life.TicketEvent.TicketCommented;
import io.platen.ticket.life.TicketEvent.TicketMoved;
import io.platen.ticket.life.TicketEvent.TicketOpened;
import io.platen.ticket.life.TicketEvent.TicketPrioritised;
import io.platen.ticket.life.TicketEvent.TicketResolved;
import io.platen.ticket.life.TicketEvent.TicketTriageOverdue;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A question or an incident followed to its end. Steps move it along the table of transitions; the same step of the same
 * person again is no news.
 */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger")
class Ticket {

    @AggregateIdentifier
    private @Nullable TicketReference reference;

    private TicketKind kind = TicketKind.QUESTION;
    private String region = "";
    private Instant openedAt = Instant.EPOCH;
    private TicketState state = TicketState.NEW;
    private boolean answered;
    private boolean triageOverdue;
    private Steps taken = Steps.NONE;

    /** @return until when it has a priority */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Instant open(OpenTicket command, Clock clock, ServiceCalendars calendars) {
        var now = clock.instant();
        apply(new TicketOpened(
                command.reference(),
                command.accountId(),
                command.region(),
                command.kind(),
                command.subject(),
                command.description(),
                command.topic(),
                command.deviceId(),
                command.requester(),
                command.channel(),
                now,
                command.machineDown()));
        return Triage.due(calendars.of(command.region()), now);
    }

    /** Deadlines count from the registration, however late or often the priority is given (D-26, D-29). */
    @CommandHandler
    StepOutcome prioritise(PrioritiseTicket command, Clock clock, ServiceCalendars calendars) {
        var priority = Priority.of(command.businessCritical(), command.workaround(), command.featureFaulty());
        var prioritised = new TicketPrioritised(
                command.reference(),
                command.by(),
                priority.number(),
                command.businessCritical(),
                command.workaround(),
                priority.answerDue(calendars.of(region), openedAt),
                clock.instant());
        var outcome = take(Step.PRIORITISE, prioritised);
        var current = taken.prioritised();
        return outcome instanceof StepOutcome.Done done && current != null
                ? new StepOutcome.Prioritised(done.state(), current.priority(), current.answerDue())
                : outcome;
    }

    /** The calendar that holds now decides, whatever was expected before (TIC-57). */
    @CommandHandler
    TriageAnswer flagTriageOverdue(FlagTriageOverdue command, Clock clock, ServiceCalendars calendars) {
        if (triageOverdue || !waitsForTriage()) {
            return new TriageAnswer.Settled();
        }
        var now = clock.instant();
        var due = Triage.due(calendars.of(region), openedAt);
        if (now.isBefore(due)) {
            return new TriageAnswer.Waiting(due);
        }
        apply(new TicketTriageOverdue(command.reference(), due, now));
        return new TriageAnswer.Overdue();
    }

    private boolean waitsForTriage() {
        return taken.prioritised() == null
                && Transitions.after(state, Step.PRIORITISE).isPresent();
    }

    @CommandHandler
    StepOutcome assign(AssignTicket command, Clock clock) {
        return take(
                Step.ASSIGN,
                new TicketAssigned(command.reference(), command.by(), command.specialist(), clock.instant()));
    }

    @CommandHandler
    StepOutcome dispatch(DispatchEngineer command, Clock clock) {
        if (kind != TicketKind.INCIDENT) {
            return new StepOutcome.Refused(Reason.NOT_AN_INCIDENT);
        }
        var now = clock.instant();
        var dispatched = new EngineerDispatched(
                command.reference(), command.by(), command.engineer(), command.from(), command.until(), now);
        if (isNews(Step.DISPATCH, dispatched)
                && Transitions.after(state, Step.DISPATCH).isPresent()) {
            if (taken.prioritised() == null) {
                return new StepOutcome.Refused(Reason.PRIORITY_MISSING);
            }
            if (!new VisitWindow(command.from(), command.until()).canBePlannedAt(now)) {
                return new StepOutcome.Refused(Reason.VISIT_WINDOW_INVALID);
            }
        }
        return take(Step.DISPATCH, dispatched);
    }

    @CommandHandler
    StepOutcome leave(ReportEnRoute command, Clock clock) {
        return taken.isEngineer(command.engineer())
                ? take(Step.LEAVE, new EngineerLeft(command.reference(), command.engineer(), clock.instant()))
                : new StepOutcome.Refused(Reason.NOT_THE_ENGINEER);
    }

    @CommandHandler
    StepOutcome arrive(ReportArrival command, Clock clock) {
        return taken.isEngineer(command.engineer())
                ? take(Step.ARRIVE, new EngineerArrived(command.reference(), command.engineer(), clock.instant()))
                : new StepOutcome.Refused(Reason.NOT_THE_ENGINEER);
    }

    /** What was done is an answer as well. */
    @CommandHandler
    StepOutcome resolve(ResolveTicket command, Clock clock) {
        if (command.fromTheField() && !taken.isEngineer(command.by())) {
            return new StepOutcome.Refused(Reason.NOT_THE_ENGINEER);
        }
        var now = clock.instant();
        var outcome =
                take(Step.RESOLVE, new TicketResolved(command.reference(), command.by(), command.resolution(), now));
        if (outcome instanceof StepOutcome.Done) {
            answer(command.reference(), command.by(), now);
        }
        return outcome;
    }

    @CommandHandler
    StepOutcome close(CloseTicket command, Clock clock) {
        return take(Step.CLOSE, new TicketClosed(command.reference(), command.by(), clock.instant()));
    }

    @CommandHandler
    StepOutcome comment(CommentTicket command, Clock clock) {
        if (state == TicketState.CLOSED || state == TicketState.CANCELLED) {
            return new StepOutcome.Refused(Reason.TICKET_CLOSED);
        }
        var now = clock.instant();
        apply(new TicketCommented(
                command.reference(),
                command.commentId(),
                command.author(),
                command.byStaff(),
                command.text(),
                command.internal(),
                now));
        if (command.byStaff() && !command.internal()) {
            answer(command.reference(), command.author(), now);
        }
        return new StepOutcome.Done(state);
    }

    private StepOutcome take(Step step, TicketEvent event) {
        if (!isNews(step, event)) {
            return new StepOutcome.Done(state);
        }
        var from = state;
        var to = Transitions.after(from, step);
        if (to.isEmpty()) {
            return new StepOutcome.Illegal(from, step.target());
        }
        apply(event);
        if (to.get() != from) {
            apply(new TicketMoved(event.reference(), from, to.get()));
        }
        return new StepOutcome.Done(to.get());
    }

    /** Nobody is told twice what the same person said last of this step, as long as the ticket stands where it led. */
    private boolean isNews(Step step, TicketEvent event) {
        var stands = state == step.target()
                || Transitions.after(state, step).filter(state::equals).isPresent();
        return !stands || !taken.include(event);
    }

    private void answer(TicketReference ticket, UserId by, Instant now) {
        if (!answered) {
            apply(new TicketAnswered(ticket, by, now));
        }
    }

    @EventSourcingHandler
    void on(TicketEvent event) {
        switch (event) {
            case TicketOpened opened -> {
                reference = opened.reference();
                kind = opened.kind();
                region = opened.region();
                openedAt = opened.openedAt();
            }
            case TicketMoved moved -> state = moved.to();
            case TicketAnswered first -> answered = true;
            case TicketTriageOverdue overdue -> triageOverdue = true;
            case TicketCommented comment -> {}
            case TicketPrioritised step -> taken = taken.with(step);
            case TicketAssigned step -> taken = taken.with(step);
            case EngineerDispatched step -> taken = taken.with(step);
            case EngineerLeft step -> taken = taken.with(step);
            case EngineerArrived step -> taken = taken.with(step);
            case TicketResolved step -> taken = taken.with(step);
            case TicketClosed step -> taken = taken.with(step);
        }
    }
}
