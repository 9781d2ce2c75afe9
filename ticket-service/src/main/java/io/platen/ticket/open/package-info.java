/** A ticket is opened, by a customer or for one. */
@NullMarked
package io.platen.ticket.open;

import org.jspecify.annotations.NullMarked;
