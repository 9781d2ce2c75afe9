package io.platen.contracts.ticket;

import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import java.time.Instant;

/** The engineer is on site. */
public record EngineerArrived(TicketReference reference, UserId engineer, Instant at) implements TicketEvent {}
