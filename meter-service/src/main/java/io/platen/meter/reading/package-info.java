/** The rules of meter reads, in plain Java: no Spring, no database, time by a {@link java.time.Clock}. */
@NullMarked
package io.platen.meter.reading;

import org.jspecify.annotations.NullMarked;
