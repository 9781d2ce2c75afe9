package io.platen.ticket.life;

import static io.platen.ticket.life.TicketFixture.*;

import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketState;
import java.util.stream.Stream;

/** One of each stored event. */
public final class StoredSamples {

    private StoredSamples() {}

    public static Stream<TicketEvent> all() {
        return Stream.of(
                opened(TicketKind.INCIDENT, TEN),
                prioritised(2, TEN.plusSeconds(3600)),
                new TicketEvent.TicketAssigned(TICKET, DESK, COLLEAGUE, TEN),
                dispatched(ENGINEER),
                new TicketEvent.EngineerLeft(TICKET, ENGINEER, TEN),
                new TicketEvent.EngineerArrived(TICKET, ENGINEER, TEN),
                new TicketEvent.TicketResolved(TICKET, ENGINEER, "Drum unit replaced.", TEN),
                new TicketEvent.TicketClosed(TICKET, CUSTOMER, TEN),
                new TicketEvent.TicketCommented(TICKET, COMMENT, DESK, true, "Is nine possible?", true, TEN),
                new TicketEvent.TicketAnswered(TICKET, DESK, TEN),
                moved(TicketState.NEW, TicketState.PRIORITISED),
                new TicketEvent.TicketTriageOverdue(TICKET, TEN.plusSeconds(900), TEN.plusSeconds(903)));
    }
}
