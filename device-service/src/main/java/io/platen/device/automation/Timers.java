package io.platen.device.automation;

import io.platen.platform.observability.Repeated;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done because time passes. */
@Configuration(proxyBeanMethods = false)
class Timers {

    @Bean
    Repeated lookingAgain(
            WhenTimePassesThenLookAgain dueDates, @Value("${platen.device.check-interval}") Duration interval) {
        return Repeated.every(interval, "look-again", dueDates::look);
    }
}
