package io.platen.notification.publish;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.notification.NotificationFailed;
import io.platen.contracts.notification.NotificationSent;
import io.platen.notification.delivery.DeliveryEvent;
import io.platen.notification.delivery.DeliveryEvent.MessageFailed;
import io.platen.notification.delivery.DeliveryEvent.MessageSent;
import io.platen.platform.publish.PublishedEventMapper;
import io.platen.platform.publish.StoredEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this service stores, as it tells it. */
@Component
public class NotificationPublications implements PublishedEventMapper {

    @Override
    public List<PublishedEvent> publish(StoredEvent event) {
        return switch (event.payload()) {
            case DeliveryEvent delivery -> List.of(published(delivery));
            default -> throw new IllegalStateException("No event of this service: " + event.payload());
        };
    }

    private static PublishedEvent published(DeliveryEvent event) {
        return switch (event) {
            case MessageSent sent ->
                new NotificationSent(
                        sent.notificationId(),
                        sent.sourceEventId(),
                        sent.recipient(),
                        sent.channel(),
                        sent.template(),
                        sent.sentAt());
            case MessageFailed failed ->
                new NotificationFailed(
                        failed.notificationId(),
                        failed.sourceEventId(),
                        failed.recipient(),
                        failed.channel(),
                        failed.template(),
                        reason(failed));
        };
    }

    private static String reason(MessageFailed failed) {
        return failed.smtpStatus() == null ? failed.reason().name() : failed.reason() + " " + failed.smtpStatus();
    }
}
