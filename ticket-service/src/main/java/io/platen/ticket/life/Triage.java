package io.platen.ticket.life;

import io.platen.ticket.calendar.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;

/** How soon a new ticket has a priority (TIC-20). */
final class Triage {

    private static final Duration WITHIN = Duration.ofMinutes(15);

    private Triage() {}

    /** Without a priority at that moment the triage is overdue (D-26). */
    static Instant due(ServiceCalendar calendar, Instant registered) {
        return calendar.plus(registered, WITHIN);
    }
}
