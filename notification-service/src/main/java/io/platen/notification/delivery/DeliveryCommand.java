package io.platen.notification.delivery;

import io.platen.contracts.id.NotificationId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.notification.NotificationChannel;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What a message came to. */
public sealed interface DeliveryCommand {

    record RecordSent(
            @TargetAggregateIdentifier NotificationId notificationId,
            String sourceEventId,
            UserId recipient,
            NotificationChannel channel,
            String template,
            Instant sentAt)
            implements DeliveryCommand {}

    /** @param smtpStatus what the server answered, where it refused */
    record RecordFailed(
            @TargetAggregateIdentifier NotificationId notificationId,
            String sourceEventId,
            UserId recipient,
            NotificationChannel channel,
            String template,
            FailureReason reason,
            @Nullable Integer smtpStatus)
            implements DeliveryCommand {}
}
