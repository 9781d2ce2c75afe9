/** The life of a ticket: its rules, as an aggregate and plain values. */
@NullMarked
package io.platen.ticket.life;

import org.jspecify.annotations.NullMarked;
