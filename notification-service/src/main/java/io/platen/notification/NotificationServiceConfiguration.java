package io.platen.notification;

import io.platen.notification.delivery.DeliveryEvent;
import io.platen.platform.eventstore.StoredEventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service stores. */
@Configuration(proxyBeanMethods = false)
class NotificationServiceConfiguration {

    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.of(DeliveryEvent.class);
    }
}
