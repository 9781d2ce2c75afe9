package io.platen.contracts.notification;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;

/** What notification-service tells. */
public sealed interface NotificationEvent extends PublishedEvent permits NotificationFailed, NotificationSent {

    @Override
    default Topic topic() {
        return Topic.NOTIFICATION;
    }
}
