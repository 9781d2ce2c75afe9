package io.platen.contracts.ticket;

import io.platen.contracts.id.TicketReference;
import java.time.Instant;

/** What was done; the customer may still object. */
public record TicketResolved(TicketReference reference, String resolution, Instant resolvedAt) implements TicketEvent {}
