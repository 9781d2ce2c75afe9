package io.platen.contracts.ticket;

import io.platen.contracts.id.TicketReference;
import java.time.Instant;

/** Nobody had given the ticket a priority in time; told once, and for staff only. */
public record TicketTriageOverdue(TicketReference reference, Instant due, Instant at) implements TicketEvent {}
