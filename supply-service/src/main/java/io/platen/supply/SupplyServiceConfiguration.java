package io.platen.supply;

import io.platen.platform.eventstore.StoredEventTypes;
import io.platen.supply.autotoner.EnrolmentEvent;
import io.platen.supply.order.OrderEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service stores. */
@Configuration(proxyBeanMethods = false)
class SupplyServiceConfiguration {

    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.of(EnrolmentEvent.class, OrderEvent.class);
    }
}
