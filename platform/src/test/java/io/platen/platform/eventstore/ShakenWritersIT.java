package io.platen.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Eight writers pause at random between taking a transaction id, loading, appending and committing, a third of them
 * taking the id early; readers of two instances follow, one of them starting anew from its token all the time.
 */
class ShakenWritersIT {

    private static final int WRITERS = 8;
    private static final int AGGREGATES = 12;
    private static final int EVENTS_EACH = 250;

    @Test
    void noReaderSkipsRepeatsOrTurnsAnything() {
        try (var here = Store.empty();
                var there = new Store(Postgres.pool(here.pool.getJdbcUrl(), "postgres"));
                var threads = Executors.newCachedThreadPool()) {
            var committed = ConcurrentHashMap.<String>newKeySet();
            var conflicts = new AtomicInteger();
            var done = new AtomicBoolean();
            var steady = CompletableFuture.supplyAsync(() -> follow(here, committed, done, Integer.MAX_VALUE), threads);
            var remote =
                    CompletableFuture.supplyAsync(() -> follow(there, committed, done, Integer.MAX_VALUE), threads);
            var restarting = CompletableFuture.supplyAsync(() -> follow(here, committed, done, 37), threads);

            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> write(i % 2 == 0 ? here : there, committed, conflicts), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(writers).join();
            done.set(true);

            assertThat(committed).hasSize(WRITERS * EVENTS_EACH);
            assertThat(conflicts).as("the shaking has provoked conflicts").hasPositiveValue();
            for (var reader : List.of(steady, remote, restarting)) {
                var read = reader.join();
                assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(committed);
                assertEachAggregateInOrder(read);
            }
        }
    }

    private static void write(Store store, Set<String> committed, AtomicInteger conflicts) {
        var random = ThreadLocalRandom.current();
        for (int written = 0; written < EVENTS_EACH; ) {
            var aggregate = "a" + random.nextInt(AGGREGATES);
            try {
                var name = store.transaction.execute(status -> {
                    if (random.nextInt(3) == 0) {
                        store.jdbc
                                .sql("select pg_current_xact_id()::text")
                                .query(String.class)
                                .single();
                        pause(random);
                    }
                    var sequence = store.engine.lastSequenceNumberFor(aggregate).orElse(-1L) + 1;
                    pause(random);
                    store.events.publish(Note.of(aggregate, sequence));
                    pause(random);
                    return aggregate + "/" + sequence;
                });
                committed.add(name);
                written++;
            } catch (ConcurrencyException e) {
                conflicts.incrementAndGet();
            }
        }
    }

    private static void pause(ThreadLocalRandom random) {
        if (random.nextInt(3) > 0) {
            LockSupport.parkNanos(random.nextInt(3_000_000));
        }
    }

    private static List<String> follow(Store store, Set<String> committed, AtomicBoolean done, int restartAfter) {
        var read = new ArrayList<String>();
        @Nullable TrackingToken token = null;
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (System.nanoTime() < deadline && !(done.get() && read.size() >= committed.size())) {
            try (var stream = store.events.openStream(token)) {
                for (int i = 0; i < restartAfter && !(done.get() && read.size() >= committed.size()); ) {
                    if (Store.quietly(() -> stream.hasNextAvailable(50, TimeUnit.MILLISECONDS))) {
                        var event = Store.quietly(stream::nextAvailable);
                        read.add(Note.nameOf(event));
                        token = event.trackingToken();
                        i++;
                    } else if (System.nanoTime() > deadline) {
                        break;
                    }
                }
            }
        }
        return read;
    }

    private static void assertEachAggregateInOrder(List<String> read) {
        var next = new HashMap<String, Integer>();
        for (var name : read) {
            var slash = name.indexOf('/');
            var aggregate = name.substring(0, slash);
            var expected = next.merge(aggregate, 1, Integer::sum) - 1;
            assertThat(name).isEqualTo(aggregate + "/" + expected);
        }
    }
}
