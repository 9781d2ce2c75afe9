package io.platen.supply.automation;

import io.platen.platform.observability.Repeated;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done because time passes. */
@Configuration(proxyBeanMethods = false)
class Timers {

    @Bean
    Repeated checkingReporting(
            WhenTimePassesThenCheckReporting silence, @Value("${platen.supply.check-interval}") Duration interval) {
        return Repeated.every(interval, "check-reporting", silence::checkAll);
    }
}
