package io.platen.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.tracing.NoOpSpanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One instance of a service as far as the store is concerned; several may share a database. */
final class Store implements AutoCloseable {

    final HikariDataSource pool;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final TransactionManager transactions;
    final PostgresEventStorageEngine engine;
    final PostgresEventStore events;

    Store(HikariDataSource pool) {
        this.pool = pool;
        this.jdbc = JdbcClient.create(pool);
        var spring = new JdbcTransactionManager(pool);
        this.transaction = new TransactionTemplate(spring);
        this.transactions = new SpringTransactionManager(spring);
        var serializer = StoredEventSerializer.of(Note.TYPES);
        this.engine = new PostgresEventStorageEngine(
                pool, transactions, serializer, StoredEventSerializer.ofFields(Note.TYPES), NoOpEventUpcaster.INSTANCE);
        this.events = new PostgresEventStore(
                engine,
                Duration.ofMillis(100),
                NoOpMessageMonitor.INSTANCE,
                DefaultEventBusSpanFactory.builder()
                        .spanFactory(NoOpSpanFactory.INSTANCE)
                        .build());
    }

    static Store empty() {
        return new Store(Postgres.migrated());
    }

    /** In one transaction, and its readers are woken. */
    void publish(String aggregate, long sequence) {
        transaction.executeWithoutResult(status -> events.publish(Note.of(aggregate, sequence)));
    }

    /** The result, or the exception thrown as it is. */
    static <T> T quietly(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        events.close();
        pool.close();
    }
}
