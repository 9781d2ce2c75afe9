package io.platen.platform.observability;

import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.api.trace.Span;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What is watched, and what would cost more than it tells. */
@AutoConfiguration
public class ObservabilityAutoConfiguration {

    /**
     * A statement is told of in a trace that somebody will read. Projections and the readers of the event store run
     * thousands a second outside of any trace; a fifth of the gateway's time went into telling of them.
     */
    @Bean
    ObservationPredicate statementsOnlyInTraces() {
        return (name, context) ->
                !name.startsWith("jdbc.") || Span.current().getSpanContext().isSampled();
    }
}
