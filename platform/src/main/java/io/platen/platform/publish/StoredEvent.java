package io.platen.platform.publish;

import io.platen.contracts.id.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A private event as it lies in the store.
 *
 * @param id unique
 * @param aggregateType empty for an event of no aggregate
 * @param sequence position in the aggregate, from 0
 * @param payload one of the service's stored events
 * @param account the customer concerned, where the command named one
 * @param actor who caused it
 */
public record StoredEvent(
        String id,
        String aggregateType,
        String aggregateId,
        long sequence,
        Object payload,
        Instant time,
        @Nullable AccountId account,
        String actor,
        String correlationId,
        @Nullable String causationId) {}
