/**
 * The event store on PostgreSQL: appended side by side, read in commit order, nothing lost.
 *
 * <p>{@link io.platen.platform.eventstore.PostgresEventStorageEngine} writes and reads rows,
 * {@link io.platen.platform.eventstore.EventTail} follows their end, {@link io.platen.platform.eventstore.StoredEventTypes}
 * names them.
 */
@NullMarked
package io.platen.platform.eventstore;

import org.jspecify.annotations.NullMarked;
