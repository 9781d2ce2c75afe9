package io.platen.ticket.life;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.CommentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketState;
import io.platen.ticket.calendar.OfficeHours;
import io.platen.ticket.calendar.ServiceCalendar;
import io.platen.ticket.calendar.ServiceCalendars;
import io.platen.ticket.life.TicketEvent.TicketMoved;
import io.platen.ticket.life.TicketEvent.TicketOpened;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** One ticket, the calendar of its region and a clock that the test sets. */
final class TicketFixture {

    static final TicketReference TICKET = TicketReference.of(42);
    static final AccountId ACCOUNT = AccountId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a01");
    static final DeviceId DEVICE = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03");
    static final UserId CUSTOMER = UserId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a02");
    static final UserId DESK = UserId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0b01");
    static final UserId COLLEAGUE = UserId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0b02");
    static final UserId PLANNER = UserId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0b03");
    static final UserId ENGINEER = UserId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0b04");
    static final UserId OTHER_ENGINEER = UserId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0b05");
    static final CommentId COMMENT = CommentId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0c01");

    /** Thursday, ten o'clock in Amsterdam. */
    static final Instant TEN = Instant.parse("2026-11-26T09:00:00Z");

    static final Instant FROM = Instant.parse("2026-11-27T12:00:00Z");
    static final Instant UNTIL = Instant.parse("2026-11-27T14:00:00Z");

    final AggregateTestFixture<Ticket> axon = new AggregateTestFixture<>(Ticket.class);
    private final ReadableClock clock = new ReadableClock();

    TicketFixture() {
        axon.registerInjectableResource(clock);
        axon.registerInjectableResource(new ServiceCalendars(Map.of("NL", amsterdam())));
    }

    TicketFixture at(Instant instant) {
        clock.now = instant;
        return this;
    }

    TestExecutor<Ticket> given(Object... eventsAndLists) {
        var events = new ArrayList<Object>();
        for (var part : eventsAndLists) {
            if (part instanceof List<?> list) {
                events.addAll(list);
            } else {
                events.add(part);
            }
        }
        return axon.given(events);
    }

    static TicketOpened opened(TicketKind kind, Instant at) {
        return new TicketOpened(
                TICKET,
                ACCOUNT,
                "NL",
                kind,
                "Lines on every page",
                "Since this morning,\non both trays.",
                "PRINT_QUALITY",
                DEVICE,
                CUSTOMER,
                TicketChannel.PORTAL,
                at,
                true);
    }

    static TicketEvent.TicketPrioritised prioritised(int priority, Instant due) {
        return new TicketEvent.TicketPrioritised(TICKET, DESK, priority, priority < 3, priority == 2, due, TEN);
    }

    static TicketEvent.EngineerDispatched dispatched(UserId engineer) {
        return new TicketEvent.EngineerDispatched(TICKET, PLANNER, engineer, FROM, UNTIL, TEN);
    }

    static TicketMoved moved(TicketState from, TicketState to) {
        return new TicketMoved(TICKET, from, to);
    }

    /** What leads an incident to a state. */
    static List<TicketEvent> incident(TicketState state) {
        return history(TicketKind.INCIDENT, state);
    }

    static List<TicketEvent> history(TicketKind kind, TicketState state) {
        var all = List.<TicketEvent>of(
                opened(kind, TEN),
                prioritised(2, TEN.plusSeconds(3600)),
                moved(TicketState.NEW, TicketState.PRIORITISED),
                new TicketEvent.TicketAssigned(TICKET, DESK, COLLEAGUE, TEN),
                moved(TicketState.PRIORITISED, TicketState.ASSIGNED),
                dispatched(ENGINEER),
                moved(TicketState.ASSIGNED, TicketState.DISPATCHED),
                new TicketEvent.EngineerArrived(TICKET, ENGINEER, TEN),
                moved(TicketState.DISPATCHED, TicketState.IN_PROGRESS),
                new TicketEvent.TicketResolved(TICKET, ENGINEER, "Drum unit replaced.", TEN),
                new TicketEvent.TicketAnswered(TICKET, ENGINEER, TEN),
                moved(TicketState.IN_PROGRESS, TicketState.RESOLVED),
                new TicketEvent.TicketClosed(TICKET, CUSTOMER, TEN),
                moved(TicketState.RESOLVED, TicketState.CLOSED));
        var history = new ArrayList<TicketEvent>();
        for (var event : all) {
            history.add(event);
            if (state == TicketState.NEW || (event instanceof TicketMoved moved && moved.to() == state)) {
                return history;
            }
        }
        history.subList(1, history.size()).clear();
        history.add(moved(TicketState.NEW, state)); // no use case leads there yet
        return history;
    }

    private static ServiceCalendar amsterdam() {
        var week = new EnumMap<DayOfWeek, OfficeHours>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getValue() < 6)
                .forEach(day -> week.put(day, new OfficeHours(LocalTime.of(8, 0), LocalTime.of(17, 0))));
        return new ServiceCalendar(ZoneId.of("Europe/Amsterdam"), week, Set.of());
    }

    /** Stands still between two words of the test. */
    private static final class ReadableClock extends Clock {
        private Instant now = TEN;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
