package io.platen.meter;

import io.platen.meter.correction.CorrectionEvent;
import io.platen.meter.investigation.InvestigationEvent;
import io.platen.meter.reading.MeterEvent;
import io.platen.platform.eventstore.StoredEventTypes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts meter-service. */
@SpringBootApplication
public class MeterServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(MeterServiceApplication.class, args);
    }

    @Bean
    StoredEventTypes storedEvents() {
        return StoredEventTypes.of(MeterEvent.class, CorrectionEvent.class, InvestigationEvent.class);
    }
}
