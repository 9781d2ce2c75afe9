package io.platen.meter.upload;

import io.platen.meter.sheet.UploadEvent;
import io.platen.platform.eventstore.StoredEventTypes;
import io.platen.platform.observability.Repeated;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What uploads store, and what is done about them because time passes. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    StoredEventTypes storedUploads() {
        return StoredEventTypes.of(UploadEvent.class);
    }

    /** Takes up what a crash, an outage or another instance left. */
    @Bean
    Repeated workingOffUploads(UploadWork work, @Value("${platen.meter.upload-interval:2s}") Duration interval) {
        return Repeated.every(interval, "uploads", work::wake);
    }

    /** The reads stay; which file they came in does not matter for ever. */
    @Bean
    Repeated forgettingUploads(
            Uploads uploads, Clock clock, @Value("${platen.meter.remember-uploads:90d}") Duration remember) {
        return Repeated.hourly(
                "forget-uploads", () -> uploads.forgetBefore(clock.instant().minus(remember)));
    }
}
