package io.platen.contracts.event;

import io.platen.contracts.id.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What travels beside every published event, as CloudEvents attributes and extensions.
 *
 * @param eventId unique, the same when the event is published again
 * @param aggregateId the Kafka key; order is kept per aggregate
 * @param sequence position of the event in its aggregate, from 0
 * @param occurredAt UTC
 * @param account the customer concerned, where there is one
 * @param actor who caused it: a user id, an agent id or {@code system}
 * @param correlationId the same for everything one request set off
 * @param causationId the event or command that directly caused it
 */
public record EventMetadata(
        String eventId,
        String aggregateId,
        long sequence,
        Instant occurredAt,
        @Nullable AccountId account,
        String actor,
        String correlationId,
        @Nullable String causationId) {

    /** The actor of what nobody did by hand. */
    public static final String SYSTEM = "system";
}
