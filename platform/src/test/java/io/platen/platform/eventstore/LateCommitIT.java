package io.platen.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * One transaction appends first and commits last, after others have committed and a reader has passed. The same story
 * is told to this engine and to Axon's own JDBC engine with its default settings.
 */
class LateCommitIT {

    /** Older than the stock engine's gap time-out of one minute: so long the transactions have been open. */
    private static final Duration ANY_TIMEOUT = Duration.ofMinutes(5);

    @Test
    void noEventIsLost() {
        try (var store = Store.empty()) {
            assertThat(readAround(store, store.engine)).containsExactlyInAnyOrderElementsOf(everything());
        }
    }

    @Test
    void theStockEngineLosesTheLateOne() throws SQLException {
        try (var store = Store.empty()) {
            var serializer = StoredEventSerializer.of(Note.TYPES);
            var stock = JdbcEventStorageEngine.builder()
                    .connectionProvider(new SpringDataSourceConnectionProvider(store.pool))
                    .transactionManager(store.transactions)
                    .eventSerializer(serializer)
                    .snapshotSerializer(serializer)
                    .build();
            stock.createSchema(PostgresEventTableFactory.INSTANCE);

            var read = readAround(store, stock);

            assertThat(read).doesNotContain("late/0");
            assertThat(stock.readEvents("late").asStream().count())
                    .as("it was committed all the same")
                    .isEqualTo(1);
        }
    }

    @Test
    void anOpenStreamWaitsForTheLateOneAndKeepsTheOrder() throws Exception {
        try (var store = Store.empty();
                var stream = store.events.openStream(null)) {
            var release = new CountDownLatch(1);
            var late = appendAndHold(store, store.engine, release);
            for (int i = 0; i < 20; i++) {
                store.publish("quick", i);
            }
            assertThat(stream.hasNextAvailable(1500, TimeUnit.MILLISECONDS)).isFalse();
            await().until(() -> store.events.waitingForOlderTransactions().toMillis() > 500);

            release.countDown();
            late.join();

            var read = new ArrayList<String>();
            while (stream.hasNextAvailable(read.size() < 21 ? 2000 : 50, TimeUnit.MILLISECONDS)) {
                read.add(Note.nameOf(stream.nextAvailable()));
            }
            var expected = new ArrayList<>(List.of("late/0"));
            IntStream.range(0, 20).forEach(i -> expected.add("quick/" + i));
            assertThat(read).containsExactlyElementsOf(expected);
            await().until(() -> store.events.waitingForOlderTransactions().isZero());
        }
    }

    private static List<String> everything() {
        return List.of("late/0", "quick/0", "quick/1", "quick/2", "quick/3", "last/0");
    }

    private static List<String> readAround(Store store, EventStorageEngine engine) {
        var release = new CountDownLatch(1);
        var late = appendAndHold(store, engine, release);
        for (int i = 0; i < 4; i++) {
            engine.appendEvents(Note.at(Instant.now().minus(ANY_TIMEOUT), "quick", i));
        }
        var read = new ArrayList<String>();
        var token = read(engine, null, read);
        release.countDown();
        late.join();
        token = read(engine, token, read);
        engine.appendEvents(Note.at(Instant.now().minus(ANY_TIMEOUT), "last", 0));
        read(engine, token, read);
        return read;
    }

    private static CompletableFuture<Void> appendAndHold(
            Store store, EventStorageEngine engine, CountDownLatch release) {
        var appended = new CountDownLatch(1);
        var late = CompletableFuture.runAsync(() -> store.transaction.executeWithoutResult(status -> {
            engine.appendEvents(Note.at(Instant.now().minus(ANY_TIMEOUT), "late", 0));
            appended.countDown();
            assertThat(Store.quietly(() -> release.await(20, TimeUnit.SECONDS))).isTrue();
        }));
        assertThat(Store.quietly(() -> appended.await(20, TimeUnit.SECONDS))).isTrue();
        return late;
    }

    private static @Nullable TrackingToken read(
            EventStorageEngine engine, @Nullable TrackingToken after, List<String> read) {
        var token = after;
        for (var event : engine.readEvents(after, false).toList()) {
            read.add(Note.nameOf(event));
            token = event.trackingToken();
        }
        return token;
    }
}
