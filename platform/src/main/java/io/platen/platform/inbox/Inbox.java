package io.platen.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.observability.Correlation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Hands records to one consumer, in one transaction with the note that they were handled. A consumer that only projects
 * gets several in one transaction; where one of them fails, they come again one by one.
 */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** Transactions stay short, because every reader of the database cluster waits for the oldest one. */
    private static final int TOGETHER = 100;

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

    /** @throws BatchListenerFailedException naming the first record that could not be handled; those before it are */
    void project(InboxConsumer consumer, List<ConsumerRecord<String, byte[]>> polled) {
        for (int from = 0; from < polled.size(); from += TOGETHER) {
            var records = polled.subList(from, Math.min(from + TOGETHER, polled.size()));
            if (!projectedTogether(consumer, records)) {
                handleOneByOne(consumer, records, from);
            }
        }
    }

    private boolean projectedTogether(InboxConsumer consumer, List<ConsumerRecord<String, byte[]>> records) {
        try {
            var received = records.stream()
                    .filter(event -> consumer.concerns(ReceivedEvents.typeOf(event)))
                    .map(ReceivedEvents::read)
                    .toList();
            if (received.isEmpty()) {
                return true;
            }
            var fresh = transactions.fetchInTransaction(() -> projected(consumer, received));
            fresh.forEach(event -> count(consumer, event, true));
            for (int known = fresh.size(); known < received.size(); known++) {
                count(consumer, "duplicate");
            }
            return true;
        } catch (RuntimeException e) {
            LOG.info("{} takes {} events one by one, because of {}", consumer.name(), records.size(), e.toString());
            return false;
        }
    }

    private List<Received> projected(InboxConsumer consumer, List<Received> received) {
        var ids = received.stream().map(event -> event.metadata().eventId()).toList();
        var known = new HashSet<>(jdbc.sql("select event_id from inbox where consumer = ? and event_id = any (?)")
                .param(consumer.name())
                .param(ids.toArray(String[]::new))
                .query(String.class)
                .list());
        var fresh = received.stream()
                .filter(event -> known.add(event.metadata().eventId()))
                .toList();
        if (!fresh.isEmpty()) {
            consumer.onTogether(fresh);
            jdbc.sql("insert into inbox (consumer, event_id) select ?, unnest(?)")
                    .param(consumer.name())
                    .param(fresh.stream()
                            .map(event -> event.metadata().eventId())
                            .toArray(String[]::new))
                    .update();
        }
        return fresh;
    }

    private void handleOneByOne(InboxConsumer consumer, List<ConsumerRecord<String, byte[]>> records, int from) {
        for (int i = 0; i < records.size(); i++) {
            try {
                handle(consumer, records.get(i));
            } catch (RuntimeException e) {
                throw new BatchListenerFailedException(consumer.name() + " could not handle an event", e, from + i);
            }
        }
    }

    void handle(InboxConsumer consumer, ConsumerRecord<String, byte[]> record) {
        if (!consumer.concerns(ReceivedEvents.typeOf(record))) {
            return;
        }
        var received = ReceivedEvents.read(record);
        var correlation = Correlation.open(received.metadata().correlationId());
        try {
            count(consumer, received, handle(consumer, received));
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
                jdbc.sql("insert into inbox (consumer, event_id) values (?, ?)")
                        .param(consumer.name())
                        .param(id)
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

    private void count(InboxConsumer consumer, Received received, boolean handled) {
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
        return jdbc.sql("select exists (select from inbox where consumer = ? and event_id = ?)")
                .param(consumer)
                .param(event)
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
