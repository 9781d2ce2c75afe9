package io.platen.contracts.ticket;

/** Chosen by whoever opens the ticket (TIC-01). */
public enum TicketKind {
    QUESTION,
    INCIDENT
}
