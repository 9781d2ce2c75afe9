package io.platen.gateway.live;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the view.
 *
 * @param region of the account, by which staff see it
 * @param data the published event as JSON
 */
record LiveEvent(
        Position position,
        String type,
        String kind,
        String objectId,
        @Nullable UUID account,
        @Nullable UUID device,
        @Nullable UUID user,
        @Nullable String region,
        String actor,
        @Nullable String actorName,
        Instant occurredAt,
        String data) {}
