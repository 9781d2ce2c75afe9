package io.platen.gateway.live;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the view.
 *
 * @param region of the account, by which staff see it
 * @param people whose ticket it is: who asked, who looks after it, who was sent
 * @param internal whether it is for people of the vendor only
 * @param incident whether it is about a ticket that an engineer can be sent to
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
        Set<UUID> people,
        boolean internal,
        boolean incident,
        String actor,
        @Nullable String actorName,
        Instant occurredAt,
        String data) {}
