package io.platen.contracts.ticket;

/** How a ticket came (TIC-05). */
public enum TicketChannel {
    PORTAL,
    PHONE,
    MAIL
}
