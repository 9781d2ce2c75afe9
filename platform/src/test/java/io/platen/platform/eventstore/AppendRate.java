package io.platen.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Appends per second against a plain BEGIN, INSERT, COMMIT loop of the same rows on the same server with fsync on, in
 * alternating rounds. Run by hand; prints the ratio.
 */
final class AppendRate {

    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final int ROUNDS = 5;

    private AppendRate() {}

    public static void main(String[] arguments) throws Exception {
        try (var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                var pool = Postgres.pool(server.getJdbcUrl("postgres", "postgres"), "postgres")) {
            Postgres.migrate(pool, "postgres");
            var store = new Store(pool);
            System.out.println(
                    "fsync " + store.jdbc.sql("show fsync").query(String.class).single());
            store.jdbc
                    .sql("create table plain (id bigint generated always as identity primary key, text text)")
                    .update();
            for (int threads : new int[] {1, 8}) {
                measure(store, pool, threads);
            }
        }
        System.exit(0);
    }

    private static void measure(Store store, HikariDataSource pool, int threads) {
        var plain = new ArrayList<Double>();
        var appended = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS; round++) {
            double insert = rate(threads, thread -> insert(pool));
            var aggregates = IntStream.range(0, threads)
                    .mapToObj(i -> UUID.randomUUID().toString())
                    .toList();
            var next = new long[threads];
            double append = rate(threads, thread -> {
                store.transaction.executeWithoutResult(
                        status -> store.events.publish(Note.of(aggregates.get(thread), next[thread])));
                next[thread]++;
            });
            if (round > 0) { // the first warms up
                plain.add(insert);
                appended.add(append);
            }
        }
        System.out.printf(
                "%d threads: plain %.0f/s, append %.0f/s, ratio %.2f%n",
                threads, median(plain), median(appended), median(appended) / median(plain));
    }

    private static void insert(HikariDataSource pool) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("insert into plain (text) values (?)")) {
                insert.setString(1, "{\"text\":\"0123456789012345678901234567890123456789\"}");
                insert.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double rate(int threads, IntConsumer work) {
        var count = new AtomicLong();
        var start = System.nanoTime();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            CompletableFuture.allOf(IntStream.range(0, threads)
                            .mapToObj(thread -> CompletableFuture.runAsync(
                                    () -> {
                                        while (System.nanoTime() - start < ROUND_NANOS) {
                                            work.accept(thread);
                                            count.incrementAndGet();
                                        }
                                    },
                                    executor))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        return count.get() * 1e9 / (System.nanoTime() - start);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
