package io.platen.notification.outbox;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.NotificationId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.notification.NotificationChannel;
import io.platen.notification.notice.Audience;
import io.platen.notification.notice.Fact;
import io.platen.notification.notice.Notice;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person.
 *
 * @param audience as what he gets it
 * @param expiresAt from then on it is no news any more
 * @param attempt counts from 1; whoever began the latest one may carry on
 */
public record Message(
        NotificationId id,
        String sourceEventId,
        UserId recipient,
        NotificationChannel channel,
        Notice notice,
        Audience audience,
        AccountId account,
        @Nullable DeviceId device,
        Map<Fact, String> facts,
        Instant expiresAt,
        int attempt,
        String actor,
        String correlationId) {}
