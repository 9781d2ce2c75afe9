package io.platen.meter.schedule;

import io.platen.platform.observability.Repeated;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done because time passes. */
@Configuration(proxyBeanMethods = false)
class Timers {

    @Bean
    Repeated keepingSchedules(ScheduleKeeper keeper, @Value("${platen.meter.check-interval}") Duration interval) {
        return Repeated.every(interval, "keep-schedules", keeper::keepAll);
    }

    @Bean
    Repeated findingLostTimers(ScheduleKeeper keeper) {
        return Repeated.hourly("find-lost-timers", keeper::findLost);
    }
}
