package io.platen.ticket.automation;

import io.platen.platform.observability.Repeated;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done because time passes. */
@Configuration(proxyBeanMethods = false)
class Timers {

    @Bean
    Repeated askingForPriorities(
            WhenTriageIsDueThenFlag triage, @Value("${platen.ticket.deadline-interval}") Duration interval) {
        return Repeated.every(interval, "triage-deadlines", triage::askAll);
    }
}
