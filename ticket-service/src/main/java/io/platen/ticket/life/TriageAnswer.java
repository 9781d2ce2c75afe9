package io.platen.ticket.life;

import java.time.Instant;

/** What a ticket says when it is asked whether it has a priority. */
public sealed interface TriageAnswer {

    /** Not yet, and there is time left. */
    record Waiting(Instant until) implements TriageAnswer {}

    /** Not yet, and the time is up: told now, for the only time. */
    record Overdue() implements TriageAnswer {}

    /** It has one, or needs none any more, or it was told before. */
    record Settled() implements TriageAnswer {}
}
