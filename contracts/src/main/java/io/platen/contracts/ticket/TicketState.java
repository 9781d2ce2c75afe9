package io.platen.contracts.ticket;

/** Where a ticket stands (TIC-35). */
public enum TicketState {
    NEW,
    PRIORITISED,
    ASSIGNED,
    WAITING_FOR_CUSTOMER,
    DISPATCHED,
    IN_PROGRESS,
    RESOLVED,
    CLOSED,
    CANCELLED
}
