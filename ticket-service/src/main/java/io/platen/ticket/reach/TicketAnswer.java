package io.platen.ticket.reach;

import io.platen.contracts.id.TicketReference;
import io.platen.contracts.ticket.TicketState;

/** Where a ticket stands now. */
public record TicketAnswer(TicketReference reference, TicketState state) {}
