/** What people write on a ticket. */
@NullMarked
package io.platen.ticket.comment;

import org.jspecify.annotations.NullMarked;
