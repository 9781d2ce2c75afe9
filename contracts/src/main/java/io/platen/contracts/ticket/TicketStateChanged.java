package io.platen.contracts.ticket;

import io.platen.contracts.id.TicketReference;

/** Follows every event that moves the ticket on. */
public record TicketStateChanged(TicketReference reference, TicketState from, TicketState to) implements TicketEvent {}
