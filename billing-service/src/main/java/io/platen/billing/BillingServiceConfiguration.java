package io.platen.billing;

import io.platen.billing.contract.ContractEvent;
import io.platen.billing.invoice.InvoiceEvent;
import io.platen.billing.usage.UsageEvent;
import io.platen.platform.eventstore.StoredEventTypes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service stores. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegionalCalendar.class)
class BillingServiceConfiguration {

    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.of(ContractEvent.class, InvoiceEvent.class, UsageEvent.class);
    }
}
