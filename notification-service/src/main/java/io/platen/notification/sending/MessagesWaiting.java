package io.platen.notification.sending;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.platen.notification.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How many messages wait and for how long, as any instance sees it. */
@Component
class MessagesWaiting {

    private final Outbox outbox;
    private final Clock clock;

    MessagesWaiting(Outbox outbox, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.clock = clock;
        Gauge.builder("platen.notifications.waiting", outbox, Outbox::waiting)
                .description("Messages that are neither sent nor failed")
                .register(meters);
        TimeGauge.builder("platen.notifications.oldest", this, TimeUnit.SECONDS, MessagesWaiting::oldestSeconds)
                .description("Age of the event that the oldest waiting message tells of")
                .register(meters);
        Gauge.builder("platen.notifications.call.tasks", outbox, Outbox::callTasks)
                .description("Events of which nobody could be told: the contact centre calls")
                .register(meters);
    }

    double oldestSeconds() {
        return outbox.oldestWaiting()
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }
}
