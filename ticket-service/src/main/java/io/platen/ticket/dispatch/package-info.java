/** A planner sends an engineer. */
@NullMarked
package io.platen.ticket.dispatch;

import org.jspecify.annotations.NullMarked;
