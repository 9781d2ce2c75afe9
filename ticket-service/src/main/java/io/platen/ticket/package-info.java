/**
 * Tickets, from the question or the broken machine to the end. {@code life} holds the rules, as the aggregate Ticket and
 * its table of transitions; {@code calendar} counts office time. Use cases: {@code open}, {@code triage} (priority,
 * specialist), {@code dispatch}, {@code field} (the engineer under way), {@code settle} (resolved, closed) and
 * {@code comment}; {@code reach} says who may take which step. {@code automation} follows identity-service and the clock;
 * {@code publish} turns stored events into published ones. The lists that people look at are the gateway's.
 */
@NullMarked
package io.platen.ticket;

import org.jspecify.annotations.NullMarked;
