package io.platen.platform.axon;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Tries each dead letter again from time to time, and counts them per processing group. */
final class DeadLetterRetry implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRetry.class);

    private final Configuration axon;
    private final Duration interval;
    private final MeterRegistry meters;
    private @Nullable ScheduledExecutorService scheduler;
    private @Nullable ScheduledFuture<?> task;

    DeadLetterRetry(Configuration axon, Duration interval, MeterRegistry meters) {
        this.axon = axon;
        this.interval = interval;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        for (var group : groups()) {
            processing()
                    .deadLetterQueue(group)
                    .ifPresent(queue -> Gauge.builder("platen.dead.letters", queue, SequencedDeadLetterQueue::size)
                            .tag("group", group)
                            .description("Events that a projection could not handle")
                            .register(meters));
        }
        scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("dead-letters").factory());
        task = scheduler.scheduleWithFixedDelay(
                this::retryAll, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (task != null && scheduler != null) {
            task.cancel(false);
            scheduler.shutdownNow();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** Each waiting sequence once; what fails again goes to the end of the queue. */
    void retryAll() {
        for (var group : groups()) {
            try {
                var waiting = processing()
                        .deadLetterQueue(group)
                        .map(SequencedDeadLetterQueue::amountOfSequences)
                        .orElse(0L);
                for (long tried = 0; tried < waiting; tried++) {
                    processing().sequencedDeadLetterProcessor(group).ifPresent(processor -> processor.processAny());
                }
            } catch (RuntimeException e) {
                LOG.warn("Dead letters of {} could not be tried again: {}", group, e.toString());
            }
        }
    }

    private Set<String> groups() {
        return processing().eventProcessors().keySet();
    }

    private EventProcessingConfiguration processing() {
        return axon.eventProcessingConfiguration();
    }
}
