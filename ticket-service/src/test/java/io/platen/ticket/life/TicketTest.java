package io.platen.ticket.life;

import static io.platen.contracts.ticket.TicketState.ASSIGNED;
import static io.platen.contracts.ticket.TicketState.CANCELLED;
import static io.platen.contracts.ticket.TicketState.CLOSED;
import static io.platen.contracts.ticket.TicketState.DISPATCHED;
import static io.platen.contracts.ticket.TicketState.IN_PROGRESS;
import static io.platen.contracts.ticket.TicketState.NEW;
import static io.platen.contracts.ticket.TicketState.PRIORITISED;
import static io.platen.contracts.ticket.TicketState.RESOLVED;
import static io.platen.contracts.ticket.TicketState.WAITING_FOR_CUSTOMER;
import static io.platen.ticket.life.TicketFixture.*;

import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketState;
import io.platen.ticket.life.Priority.FeatureFaulty;
import io.platen.ticket.life.StepOutcome.Done;
import io.platen.ticket.life.StepOutcome.Illegal;
import io.platen.ticket.life.StepOutcome.Reason;
import io.platen.ticket.life.StepOutcome.Refused;
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
import io.platen.ticket.life.TicketEvent.TicketPrioritised;
import io.platen.ticket.life.TicketEvent.TicketResolved;
import io.platen.ticket.life.TicketEvent.TicketTriageOverdue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TicketTest {

    private final TicketFixture ticket = new TicketFixture();

    @Test
    void aTicketIsOpened() {
        ticket.axon
                .givenNoPriorActivity()
                .when(new OpenTicket(
                        TICKET,
                        ACCOUNT,
                        "NL",
                        TicketKind.INCIDENT,
                        "Lines on every page",
                        "Since this morning,\non both trays.",
                        "PRINT_QUALITY",
                        DEVICE,
                        CUSTOMER,
                        TicketChannel.PORTAL,
                        true))
                .expectResultMessagePayload(TEN.plusSeconds(900))
                .expectEvents(opened(TicketKind.INCIDENT, TEN));
    }

    @ParameterizedTest(name = "opened {0}, critical {1}, workaround {2}, {3}: {4} until {5}")
    @CsvSource({
        "2026-11-26T09:00:00Z, true,  false,      , 1, 2026-11-26T09:15:00Z",
        "2026-11-26T09:00:00Z, true,  true,       , 2, 2026-11-26T10:00:00Z",
        "2026-11-26T09:00:00Z, false, false,      , 3, 2026-11-27T09:00:00Z",
        "2026-11-26T09:00:00Z, false, true,       , 4, 2026-11-30T09:00:00Z",
        "2026-11-26T09:00:00Z, false, true,  MAJOR, 3, 2026-11-27T09:00:00Z",
        "2026-11-27T18:00:00Z, true,  false,      , 1, 2026-11-30T07:15:00Z",
        "2026-11-28T11:00:00Z, false, false, MINOR, 4, 2026-12-02T07:00:00Z",
        "2026-10-23T14:00:00Z, false, false,      , 3, 2026-10-26T15:00:00Z"
    })
    void thePriorityFixesUntilWhenThereIsAnAnswer(
            Instant opened,
            boolean critical,
            boolean workaround,
            @Nullable FeatureFaulty feature,
            int priority,
            Instant due) {
        var now = opened.plus(Duration.ofHours(3));
        ticket.at(now)
                .given(opened(TicketKind.INCIDENT, opened))
                .when(new PrioritiseTicket(TICKET, DESK, critical, workaround, feature))
                .expectResultMessagePayload(new StepOutcome.Prioritised(PRIORITISED, priority, due))
                .expectEvents(
                        new TicketPrioritised(TICKET, DESK, priority, critical, workaround, due, now),
                        moved(NEW, PRIORITISED));
    }

    @ParameterizedTest(name = "opened {0}: a priority until {1}")
    @CsvSource({
        "2026-11-26T09:00:00Z, 2026-11-26T09:15:00Z",
        "2026-11-26T15:50:00Z, 2026-11-27T07:05:00Z",
        "2026-11-27T18:00:00Z, 2026-11-30T07:15:00Z",
        "2026-10-23T14:50:00Z, 2026-10-26T07:05:00Z"
    })
    void withoutAPriorityTheTriageIsOverdueAfterAQuarterOfAnHourOfOfficeTime(Instant opened, Instant due) {
        ticket.at(due.minusMillis(1))
                .given(opened(TicketKind.QUESTION, opened))
                .when(new FlagTriageOverdue(TICKET))
                .expectResultMessagePayload(new TriageAnswer.Waiting(due))
                .expectNoEvents();
        ticket.at(due)
                .given(opened(TicketKind.QUESTION, opened))
                .when(new FlagTriageOverdue(TICKET))
                .expectResultMessagePayload(new TriageAnswer.Overdue())
                .expectEvents(new TicketTriageOverdue(TICKET, due, due));
    }

    @Test
    void thatItIsOverdueIsToldOnce() {
        ticket.at(TEN.plusSeconds(1800))
                .given(incident(NEW), new TicketTriageOverdue(TICKET, TEN.plusSeconds(900), TEN.plusSeconds(900)))
                .when(new FlagTriageOverdue(TICKET))
                .expectResultMessagePayload(new TriageAnswer.Settled())
                .expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PRIORITISED")
    void onlyWhatCanStillBeGivenAPriorityIsOverdue(TicketState state) {
        var waits = state == NEW || state == ASSIGNED || state == WAITING_FOR_CUSTOMER;
        var when = ticket.at(TEN.plusSeconds(900))
                .given(opened(TicketKind.INCIDENT, TEN), moved(NEW, state))
                .when(new FlagTriageOverdue(TICKET));
        if (waits) {
            when.expectEvents(new TicketTriageOverdue(TICKET, TEN.plusSeconds(900), TEN.plusSeconds(900)));
        } else {
            when.expectResultMessagePayload(new TriageAnswer.Settled()).expectNoEvents();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PRIORITISED", "ASSIGNED", "DISPATCHED", "IN_PROGRESS", "RESOLVED", "CLOSED"})
    void whatHasAPriorityIsNotOverdue(TicketState state) {
        ticket.at(TEN.plusSeconds(900))
                .given(incident(state))
                .when(new FlagTriageOverdue(TICKET))
                .expectResultMessagePayload(new TriageAnswer.Settled())
                .expectNoEvents();
    }

    @Test
    void aLatePriorityIsAPriority() {
        ticket.at(TEN.plusSeconds(1800))
                .given(incident(NEW), new TicketTriageOverdue(TICKET, TEN.plusSeconds(900), TEN.plusSeconds(900)))
                .when(new PrioritiseTicket(TICKET, DESK, true, false, null))
                .expectResultMessagePayload(new StepOutcome.Prioritised(PRIORITISED, 1, TEN.plusSeconds(900)));
    }

    @Test
    void aPriorityGivenAgainCountsFromTheRegistrationAndKeepsTheState() {
        var due = TEN.plus(Duration.ofMinutes(15));
        ticket.at(TEN.plusSeconds(7200))
                .given(incident(ASSIGNED))
                .when(new PrioritiseTicket(TICKET, COLLEAGUE, true, false, null))
                .expectResultMessagePayload(new StepOutcome.Prioritised(ASSIGNED, 1, due))
                .expectEvents(new TicketPrioritised(TICKET, COLLEAGUE, 1, true, false, due, TEN.plusSeconds(7200)));
    }

    @Test
    void theSamePriorityOfTheSamePersonIsNoNews() {
        ticket.given(incident(ASSIGNED))
                .when(new PrioritiseTicket(TICKET, DESK, true, true, null))
                .expectResultMessagePayload(new StepOutcome.Prioritised(ASSIGNED, 2, TEN.plusSeconds(3600)))
                .expectNoEvents();
        ticket.given(incident(ASSIGNED))
                .when(new PrioritiseTicket(TICKET, COLLEAGUE, true, true, null))
                .expectEvents(new TicketPrioritised(TICKET, COLLEAGUE, 2, true, true, TEN.plusSeconds(3600), TEN));
    }

    @Test
    void aSpecialistLooksAfterItAndAnotherMayTakeOver() {
        ticket.given(incident(PRIORITISED))
                .when(new AssignTicket(TICKET, DESK, COLLEAGUE))
                .expectResultMessagePayload(new Done(ASSIGNED))
                .expectEvents(new TicketAssigned(TICKET, DESK, COLLEAGUE, TEN), moved(PRIORITISED, ASSIGNED));
        ticket.given(incident(ASSIGNED))
                .when(new AssignTicket(TICKET, DESK, COLLEAGUE))
                .expectResultMessagePayload(new Done(ASSIGNED))
                .expectNoEvents();
        ticket.given(incident(ASSIGNED))
                .when(new AssignTicket(TICKET, COLLEAGUE, DESK))
                .expectEvents(new TicketAssigned(TICKET, COLLEAGUE, DESK, TEN));
    }

    @Test
    void theFirstSpecialistAgainAfterAnotherIsNews() {
        ticket.given(incident(ASSIGNED), new TicketAssigned(TICKET, DESK, DESK, TEN))
                .when(new AssignTicket(TICKET, DESK, COLLEAGUE))
                .expectEvents(new TicketAssigned(TICKET, DESK, COLLEAGUE, TEN));
    }

    @Test
    void anEngineerIsSent() {
        ticket.given(incident(ASSIGNED))
                .when(dispatch(ENGINEER, FROM, UNTIL))
                .expectResultMessagePayload(new Done(DISPATCHED))
                .expectEvents(dispatched(ENGINEER), moved(ASSIGNED, DISPATCHED));
    }

    @Test
    void beforeHeArrivesTheVisitIsPlannedAnew() {
        ticket.given(incident(DISPATCHED))
                .when(dispatch(ENGINEER, FROM, UNTIL))
                .expectResultMessagePayload(new Done(DISPATCHED))
                .expectNoEvents();
        ticket.given(incident(DISPATCHED))
                .when(dispatch(OTHER_ENGINEER, FROM, UNTIL))
                .expectResultMessagePayload(new Done(DISPATCHED))
                .expectEvents(dispatched(OTHER_ENGINEER));
        ticket.given(incident(IN_PROGRESS))
                .when(dispatch(OTHER_ENGINEER, FROM, UNTIL))
                .expectResultMessagePayload(new Illegal(IN_PROGRESS, DISPATCHED))
                .expectNoEvents();
    }

    @Test
    void aVisitThatBeganIsStillThePlannedOneWhenToldAgain() {
        ticket.at(UNTIL.plusSeconds(1))
                .given(incident(DISPATCHED))
                .when(dispatch(ENGINEER, FROM, UNTIL))
                .expectResultMessagePayload(new Done(DISPATCHED))
                .expectNoEvents();
    }

    @Test
    void nobodyIsSentForAQuestionOrWithoutAPriority() {
        ticket.given(history(TicketKind.QUESTION, PRIORITISED))
                .when(dispatch(ENGINEER, FROM, UNTIL))
                .expectResultMessagePayload(new Refused(Reason.NOT_AN_INCIDENT))
                .expectNoEvents();
        ticket.given(incident(NEW))
                .when(dispatch(ENGINEER, FROM, UNTIL))
                .expectResultMessagePayload(new Refused(Reason.PRIORITY_MISSING))
                .expectNoEvents();
    }

    @ParameterizedTest(name = "from {0} until {1}: {2}")
    @CsvSource({
        "2026-11-26T08:00:00Z, 2026-11-26T09:00:01Z, true",
        "2026-11-26T08:00:00Z, 2026-11-26T09:00:00Z, false",
        "2026-11-27T08:00:00Z, 2026-11-27T08:00:00Z, false",
        "2026-11-27T09:00:00Z, 2026-11-27T08:00:00Z, false",
        "2026-11-27T08:00:00Z, 2026-11-28T08:00:00Z, true",
        "2026-11-27T08:00:00Z, 2026-11-28T08:00:01Z, false",
        "2027-11-26T08:00:00Z, 2027-11-26T09:00:00Z, true",
        "2027-12-26T08:00:00Z, 2027-12-26T09:00:00Z, false",
        "-1000000000-01-01T00:00:00Z, -1000000000-01-01T00:00:01Z, false",
        "2026-11-27T08:00:00Z, +1000000000-12-31T23:59:59Z, false"
    })
    void aVisitIsInOrderAheadAndNotEndless(Instant from, Instant until, boolean possible) {
        var when = ticket.given(incident(ASSIGNED)).when(dispatch(ENGINEER, from, until));
        if (possible) {
            when.expectResultMessagePayload(new Done(DISPATCHED));
        } else {
            when.expectResultMessagePayload(new Refused(Reason.VISIT_WINDOW_INVALID))
                    .expectNoEvents();
        }
    }

    @Test
    void theEngineerLeavesAndArrives() {
        ticket.given(incident(DISPATCHED))
                .when(new ReportEnRoute(TICKET, ENGINEER))
                .expectResultMessagePayload(new Done(DISPATCHED))
                .expectEvents(new EngineerLeft(TICKET, ENGINEER, TEN));
        ticket.given(incident(DISPATCHED), new EngineerLeft(TICKET, ENGINEER, TEN))
                .when(new ReportEnRoute(TICKET, ENGINEER))
                .expectResultMessagePayload(new Done(DISPATCHED))
                .expectNoEvents();
        ticket.given(incident(DISPATCHED), new EngineerLeft(TICKET, ENGINEER, TEN))
                .when(new ReportArrival(TICKET, ENGINEER))
                .expectResultMessagePayload(new Done(IN_PROGRESS))
                .expectEvents(new EngineerArrived(TICKET, ENGINEER, TEN), moved(DISPATCHED, IN_PROGRESS));
        ticket.given(incident(IN_PROGRESS))
                .when(new ReportArrival(TICKET, ENGINEER))
                .expectResultMessagePayload(new Done(IN_PROGRESS))
                .expectNoEvents();
        ticket.given(incident(IN_PROGRESS))
                .when(new ReportEnRoute(TICKET, ENGINEER))
                .expectResultMessagePayload(new Illegal(IN_PROGRESS, DISPATCHED))
                .expectNoEvents();
    }

    @Test
    void anotherPlanIsAnotherJourney() {
        ticket.given(
                        incident(DISPATCHED),
                        new EngineerLeft(TICKET, ENGINEER, TEN),
                        new EngineerDispatched(TICKET, PLANNER, ENGINEER, FROM.plusSeconds(60), UNTIL, TEN))
                .when(new ReportEnRoute(TICKET, ENGINEER))
                .expectEvents(new EngineerLeft(TICKET, ENGINEER, TEN));
    }

    @Test
    void forAnotherEngineerThereIsNoSuchTicket() {
        for (var command : new TicketCommand[] {
            new ReportEnRoute(TICKET, OTHER_ENGINEER),
            new ReportArrival(TICKET, OTHER_ENGINEER),
            new ResolveTicket(TICKET, OTHER_ENGINEER, true, "Done.")
        }) {
            ticket.given(incident(DISPATCHED))
                    .when(command)
                    .expectResultMessagePayload(new Refused(Reason.NOT_THE_ENGINEER))
                    .expectNoEvents();
        }
        ticket.given(incident(DISPATCHED), dispatched(OTHER_ENGINEER))
                .when(new ReportArrival(TICKET, ENGINEER))
                .expectResultMessagePayload(new Refused(Reason.NOT_THE_ENGINEER))
                .expectNoEvents();
    }

    @Test
    void theEngineerSaysWhatHeDidAndThatIsAnAnswer() {
        ticket.given(incident(IN_PROGRESS))
                .when(new ResolveTicket(TICKET, ENGINEER, true, "Drum unit replaced."))
                .expectResultMessagePayload(new Done(RESOLVED))
                .expectEvents(
                        new TicketResolved(TICKET, ENGINEER, "Drum unit replaced.", TEN),
                        moved(IN_PROGRESS, RESOLVED),
                        new TicketAnswered(TICKET, ENGINEER, TEN));
        ticket.given(incident(RESOLVED))
                .when(new ResolveTicket(TICKET, ENGINEER, true, "Drum unit replaced."))
                .expectResultMessagePayload(new Done(RESOLVED))
                .expectNoEvents();
        ticket.given(incident(RESOLVED))
                .when(new ResolveTicket(TICKET, ENGINEER, true, "Fuser replaced."))
                .expectResultMessagePayload(new Illegal(RESOLVED, RESOLVED))
                .expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(names = {"PRIORITISED", "ASSIGNED", "WAITING_FOR_CUSTOMER", "DISPATCHED", "IN_PROGRESS"})
    void theDeskResolvesFromAnyOpenState(TicketState state) {
        ticket.given(incident(state))
                .when(new ResolveTicket(TICKET, DESK, false, "Told how."))
                .expectResultMessagePayload(new Done(RESOLVED));
    }

    @Test
    void theRequesterClosesOnceResolved() {
        ticket.given(incident(RESOLVED))
                .when(new CloseTicket(TICKET, CUSTOMER))
                .expectResultMessagePayload(new Done(CLOSED))
                .expectEvents(new TicketClosed(TICKET, CUSTOMER, TEN), moved(RESOLVED, CLOSED));
        ticket.given(incident(CLOSED))
                .when(new CloseTicket(TICKET, CUSTOMER))
                .expectResultMessagePayload(new Done(CLOSED))
                .expectNoEvents();
        ticket.given(incident(CLOSED))
                .when(new CloseTicket(TICKET, DESK))
                .expectResultMessagePayload(new Illegal(CLOSED, CLOSED))
                .expectNoEvents();
    }

    /** Each step from each state, told as the table of transitions has it. */
    @ParameterizedTest
    @EnumSource
    void whatIsNotInTheTableIsIllegal(TicketState state) {
        for (var step : Step.values()) {
            var next = Transitions.after(state, step);
            var nobodyWasSent = (step == Step.LEAVE || step == Step.ARRIVE) && !wasDispatched(state);
            var isARepeat = step == Step.ARRIVE && state == IN_PROGRESS;
            if (next.isPresent() || nobodyWasSent || isARepeat) {
                continue;
            }
            ticket.given(incident(state))
                    .when(command(step))
                    .expectResultMessagePayload(new Illegal(state, step.target()))
                    .expectNoEvents();
        }
    }

    @Test
    void theFirstVisibleWordOfStaffStopsTheAnswerClock() {
        ticket.given(incident(ASSIGNED))
                .when(comment(DESK, true, true))
                .expectResultMessagePayload(new Done(ASSIGNED))
                .expectEvents(commented(DESK, true, true));
        ticket.given(incident(ASSIGNED))
                .when(comment(CUSTOMER, false, false))
                .expectEvents(commented(CUSTOMER, false, false));
        ticket.given(incident(ASSIGNED))
                .when(comment(DESK, true, false))
                .expectEvents(commented(DESK, true, false), new TicketAnswered(TICKET, DESK, TEN));
        ticket.given(incident(ASSIGNED), new TicketAnswered(TICKET, DESK, TEN))
                .when(comment(DESK, true, false))
                .expectEvents(commented(DESK, true, false));
    }

    @ParameterizedTest
    @EnumSource
    void peopleWriteUntilItIsClosed(TicketState state) {
        var when = ticket.given(incident(state)).when(comment(CUSTOMER, false, false));
        if (state == CLOSED || state == CANCELLED) {
            when.expectResultMessagePayload(new Refused(Reason.TICKET_CLOSED)).expectNoEvents();
        } else {
            when.expectResultMessagePayload(new Done(state)).expectEvents(commented(CUSTOMER, false, false));
        }
    }

    @Test
    void aWaitingTicketIsTakenUpAgain() {
        ticket.given(incident(WAITING_FOR_CUSTOMER))
                .when(new AssignTicket(TICKET, DESK, COLLEAGUE))
                .expectResultMessagePayload(new Done(ASSIGNED));
    }

    private static boolean wasDispatched(TicketState state) {
        return state == DISPATCHED || state == IN_PROGRESS || state == RESOLVED || state == CLOSED;
    }

    /** By somebody, or with something, that nobody was or said before. */
    private static TicketCommand command(Step step) {
        var somebody = UserId.random();
        return switch (step) {
            case PRIORITISE -> new PrioritiseTicket(TICKET, somebody, true, false, null);
            case ASSIGN -> new AssignTicket(TICKET, somebody, somebody);
            case DISPATCH -> dispatch(somebody, FROM, UNTIL);
            case LEAVE -> new ReportEnRoute(TICKET, ENGINEER);
            case ARRIVE -> new ReportArrival(TICKET, ENGINEER);
            case RESOLVE -> new ResolveTicket(TICKET, somebody, false, "Done.");
            case CLOSE -> new CloseTicket(TICKET, somebody);
        };
    }

    private static DispatchEngineer dispatch(UserId engineer, Instant from, Instant until) {
        return new DispatchEngineer(TICKET, PLANNER, engineer, from, until);
    }

    private static CommentTicket comment(UserId author, boolean byStaff, boolean internal) {
        return new CommentTicket(TICKET, COMMENT, author, byStaff, "Is nine possible?", internal);
    }

    private static TicketCommented commented(UserId author, boolean byStaff, boolean internal) {
        return new TicketCommented(TICKET, COMMENT, author, byStaff, "Is nine possible?", internal, TEN);
    }
}
