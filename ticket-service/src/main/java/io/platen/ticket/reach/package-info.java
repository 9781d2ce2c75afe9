/** Who may do what on which ticket, and how a step is taken and answered. */
@NullMarked
package io.platen.ticket.reach;

import org.jspecify.annotations.NullMarked;
