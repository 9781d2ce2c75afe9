/** When the desk of a region is open, and where that puts a deadline. Plain Java. */
@NullMarked
package io.platen.ticket.calendar;

import org.jspecify.annotations.NullMarked;
