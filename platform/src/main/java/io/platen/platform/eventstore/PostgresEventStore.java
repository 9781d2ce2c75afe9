package io.platen.platform.eventstore;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Axon's event bus and store over {@link PostgresEventStorageEngine}; its streams are woken by own commits. */
public final class PostgresEventStore extends AbstractEventStore implements AutoCloseable {

    private final EventTail tail;

    /** @param idlePoll how long a look for other instances' events may be put off when nothing happens */
    public PostgresEventStore(
            PostgresEventStorageEngine engine,
            Duration idlePoll,
            MessageMonitor<? super EventMessage<?>> monitor,
            EventBusSpanFactory spans) {
        super(new Builder(engine, monitor, spans));
        this.tail = new EventTail(engine, idlePoll);
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        super.prepareCommit(events);
        // Axon's own afterCommit comes too early where a caller's transaction goes on around the command
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tail.wake();
                }
            });
        } else {
            tail.wake();
        }
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken after) {
        return tail.open(PostgresEventStorageEngine.placeOf(after));
    }

    /** How long committed events have been waiting for an older transaction of the PostgreSQL cluster to end. */
    public Duration waitingForOlderTransactions() {
        return tail.waitingForOlderTransactions();
    }

    @Override
    public void close() {
        tail.close();
    }

    private static final class Builder extends AbstractEventStore.Builder {
        Builder(
                PostgresEventStorageEngine engine,
                MessageMonitor<? super EventMessage<?>> monitor,
                EventBusSpanFactory spans) {
            storageEngine(engine);
            messageMonitor(monitor);
            spanFactory(spans);
        }
    }
}
