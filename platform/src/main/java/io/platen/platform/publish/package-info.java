/**
 * From the event store to Kafka: an event is published if and only if it is stored, in the order of its aggregate.
 *
 * <p>A service declares one {@link io.platen.platform.publish.PublishedEventMapper};
 * {@link io.platen.platform.publish.PublicationProcessor} does the rest.
 */
@NullMarked
package io.platen.platform.publish;

import org.jspecify.annotations.NullMarked;
