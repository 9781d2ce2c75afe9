/** The engineer tells from the road. */
@NullMarked
package io.platen.ticket.field;

import org.jspecify.annotations.NullMarked;
