package io.platen.contracts.ticket;

import io.platen.contracts.id.TicketReference;
import java.time.Instant;

/** Nothing more happens on the ticket. */
public record TicketClosed(TicketReference reference, Instant closedAt) implements TicketEvent {}
