/** Reads become due, and are missed, by the clock alone. */
@NullMarked
package io.platen.meter.schedule;

import org.jspecify.annotations.NullMarked;
