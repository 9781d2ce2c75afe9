/** A ticket is resolved and closed. */
@NullMarked
package io.platen.ticket.settle;

import org.jspecify.annotations.NullMarked;
