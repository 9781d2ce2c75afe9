package io.platen.contracts.notification;

import io.platen.contracts.id.NotificationId;
import io.platen.contracts.id.UserId;
import java.time.Instant;

/** A message was handed to the mail server; at most one for each event, recipient and channel. */
public record NotificationSent(
        NotificationId notificationId,
        String sourceEventId,
        UserId recipient,
        NotificationChannel channel,
        String template,
        Instant sentAt)
        implements NotificationEvent {}
