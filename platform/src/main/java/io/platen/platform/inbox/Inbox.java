package io.platen.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.observability.Correlation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Handles one record for one consumer, in one transaction with the note that it was handled. */
final class Inbox {

    private final JdbcClient jdbc;
    private final TransactionManager transactions;
    private final List<CorrelationDataProvider> causes;
    private final MeterRegistry meters;

    Inbox(
            JdbcClient jdbc,
            TransactionManager transactions,
            List<CorrelationDataProvider> causes,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.causes = causes;
        this.meters = meters;
    }

    void handle(InboxConsumer consumer, ConsumerRecord<String, byte[]> record) {
        var received = ReceivedEvents.read(record);
        var correlation = Correlation.open(received.metadata().correlationId());
        try {
            var handled = handle(consumer, received);
            count(consumer, handled ? "handled" : "duplicate");
            if (handled) {
                var delay = Duration.between(received.metadata().occurredAt(), Instant.now());
                Timer.builder("platen.inbox.delay")
                        .description("From the moment an event happened to its effect here")
                        .tag("consumer", consumer.name())
                        .publishPercentileHistogram()
                        .register(meters)
                        .record(delay.isNegative() ? Duration.ZERO : delay);
            }
        } finally {
            correlation.close();
        }
    }

    /** The note comes after the handler, so that aggregates are loaded before the transaction has an id. */
    private boolean handle(InboxConsumer consumer, Received received) {
        var id = received.metadata().eventId();
        var work = DefaultUnitOfWork.startAndGet(message(received));
        try {
            work.attachTransaction(transactions);
            causes.forEach(work::registerCorrelationDataProvider);
            var fresh = !wasHandled(consumer.name(), id);
            if (fresh) {
                consumer.on(received);
                jdbc.sql("insert into inbox (consumer, event_id) values (:consumer, :event)")
                        .param("consumer", consumer.name())
                        .param("event", id)
                        .update();
            }
            work.commit();
            return fresh;
        } catch (RuntimeException | Error e) {
            if (work.isActive()) {
                work.rollback(e);
            }
            throw e;
        }
    }

    void count(InboxConsumer consumer, String outcome) {
        meters.counter("platen.inbox.events", "consumer", consumer.name(), "outcome", outcome)
                .increment();
    }

    int forgetOlderThanDays(int days) {
        return jdbc.sql("delete from inbox where handled_at < now() - make_interval(days => :days)")
                .param("days", days)
                .update();
    }

    private boolean wasHandled(String consumer, String event) {
        return jdbc.sql("select exists (select from inbox where consumer = :consumer and event_id = :event)")
                .param("consumer", consumer)
                .param("event", event)
                .query(Boolean.class)
                .single();
    }

    private static GenericEventMessage<?> message(Received received) {
        var metadata = received.metadata();
        var values = new HashMap<String, Object>();
        values.put(MetadataKeys.CORRELATION, metadata.correlationId());
        values.put(MetadataKeys.ACTOR, metadata.actor());
        var account = metadata.account();
        if (account != null) {
            values.put(MetadataKeys.ACCOUNT, account.toString());
        }
        return new GenericEventMessage<>(metadata.eventId(), received.event(), values, metadata.occurredAt());
    }
}
