/** The event store against a real PostgreSQL. */
@NullMarked
package io.platen.platform.eventstore;

import org.jspecify.annotations.NullMarked;
