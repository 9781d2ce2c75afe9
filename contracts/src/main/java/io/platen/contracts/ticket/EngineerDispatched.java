package io.platen.contracts.ticket;

import io.platen.contracts.id.TicketReference;
import io.platen.contracts.id.UserId;
import java.time.Instant;

/** An engineer visits in this time window. */
public record EngineerDispatched(TicketReference reference, UserId engineer, Instant from, Instant until)
        implements TicketEvent {}
