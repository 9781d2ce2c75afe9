package io.platen.contracts.ticket;

import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import java.time.Instant;

/** The engineer has left for the customer. */
public record EngineerEnRoute(TicketReference reference, UserId engineer, Instant at) implements TicketEvent {}
