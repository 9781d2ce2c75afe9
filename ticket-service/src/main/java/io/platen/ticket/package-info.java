/**
 * Tickets, service clocks, dispatch and knowledge of the vendor and his customers.
 *
 * <p>So far the service has its database and its place in the stack; its flows follow.
 */
@NullMarked
package io.platen.ticket;

import org.jspecify.annotations.NullMarked;
