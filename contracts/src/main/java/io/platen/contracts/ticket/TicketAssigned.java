package io.platen.contracts.ticket;

import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import java.time.Instant;

/** One specialist looks after the ticket. */
public record TicketAssigned(TicketReference reference, UserId specialist, Instant assignedAt) implements TicketEvent {}
