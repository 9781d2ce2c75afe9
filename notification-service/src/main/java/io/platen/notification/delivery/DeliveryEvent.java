package io.platen.notification.delivery;

import io.platen.contracts.id.NotificationId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.notification.NotificationChannel;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The outcome of a message; stored. */
public sealed interface DeliveryEvent {

    @Revision("1")
    record MessageSent(
            NotificationId notificationId,
            String sourceEventId,
            UserId recipient,
            NotificationChannel channel,
            String template,
            Instant sentAt)
            implements DeliveryEvent {}

    @Revision("1")
    record MessageFailed(
            NotificationId notificationId,
            String sourceEventId,
            UserId recipient,
            NotificationChannel channel,
            String template,
            FailureReason reason,
            @Nullable Integer smtpStatus)
            implements DeliveryEvent {}
}
