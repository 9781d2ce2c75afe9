package io.platen.contracts.notification;

import io.platen.contracts.id.NotificationId;
import io.platen.contracts.id.UserId;

/** The message could not be delivered and is no longer tried. */
public record NotificationFailed(
        NotificationId notificationId,
        String sourceEventId,
        UserId recipient,
        NotificationChannel channel,
        String template,
        String reason)
        implements NotificationEvent {}
