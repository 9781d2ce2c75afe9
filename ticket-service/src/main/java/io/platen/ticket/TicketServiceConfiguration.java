package io.platen.ticket;

import io.platen.platform.eventstore.StoredEventTypes;
import io.platen.ticket.calendar.ServiceCalendars;
import io.platen.ticket.life.TicketEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service stores, and the calendars of its regions. */
@Configuration(proxyBeanMethods = false)
class TicketServiceConfiguration {

    @Bean
    StoredEventTypes storedEvents() {
        return StoredEventTypes.of(TicketEvent.class);
    }

    @Bean
    ServiceCalendars serviceCalendars(RegionCalendars regions) {
        return regions.calendars();
    }
}
