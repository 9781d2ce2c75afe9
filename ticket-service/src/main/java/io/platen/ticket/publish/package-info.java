/** The only mapping from what is stored to what is told. */
@NullMarked
package io.platen.ticket.publish;

import org.jspecify.annotations.NullMarked;
