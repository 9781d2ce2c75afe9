@NullMarked
package io.platen.ticket.calendar;

import org.jspecify.annotations.NullMarked;
