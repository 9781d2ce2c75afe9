package io.platen.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;

class EventTailIT {

    @Test
    void anAppendOfThisProcessIsReadAtOnceAndOneOfAnotherSoon() throws Exception {
        try (var here = Store.empty();
                var there = new Store(Postgres.pool(here.pool.getJdbcUrl(), "postgres"));
                var ours = here.events.openStream(null);
                var theirs = there.events.openStream(null)) {
            here.publish("warm", 0);
            assertThat(names(ours, 1)).containsExactly("warm/0");
            assertThat(names(theirs, 1)).containsExactly("warm/0");

            var waited = new ArrayList<Long>();
            for (int i = 0; i < 50; i++) {
                here.publish("quick", i);
                var start = System.nanoTime();
                assertThat(ours.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
                waited.add(System.nanoTime() - start);
                ours.nextAvailable();
            }

            assertThat(names(theirs, 50)).hasSize(50).startsWith("quick/0").endsWith("quick/49");
            assertThat(Duration.ofNanos(waited.stream().sorted().toList().get(25)))
                    .as("median from commit to reader")
                    .isLessThan(Duration.ofMillis(20));
        }
    }

    @Test
    void aStreamGoesOnBehindItsToken() throws Exception {
        try (var store = Store.empty()) {
            for (int i = 0; i < 5; i++) {
                store.publish("a", i);
            }
            org.axonframework.eventhandling.TrackingToken token;
            try (var first = store.events.openStream(null)) {
                names(first, 2);
                token = first.nextAvailable().trackingToken();
            }
            store.publish("a", 5);

            try (var second = store.events.openStream(token)) {
                assertThat(names(second, 3)).containsExactly("a/3", "a/4", "a/5");
            }
        }
    }

    /** It is not kept in memory for it: the stream reads the table by itself. */
    @Test
    void aStreamThatFallsFarBehindMissesNothing() throws Exception {
        try (var store = Store.empty();
                var slow = store.events.openStream(null);
                var quick = store.events.openStream(null)) {
            store.publish("a", 0);
            assertThat(names(slow, 1)).containsExactly("a/0");
            for (int i = 0; i < 24; i++) {
                int start = i * 500 + 1;
                store.engine.appendEvents(IntStream.range(start, start + 500)
                        .mapToObj(sequence -> Note.of("a", sequence))
                        .toList());
            }

            assertThat(names(quick, 12_001)).hasSize(12_001).isEqualTo(expected(0, 12_001));
            assertThat(names(slow, 12_000)).isEqualTo(expected(1, 12_001));
        }
    }

    @Test
    void whoeverListensIsCalled() throws Exception {
        try (var store = Store.empty();
                var stream = store.events.openStream(null)) {
            var calls = new AtomicInteger();
            assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            assertThat(stream.hasNextAvailable(200, TimeUnit.MILLISECONDS)).isFalse();
            var before = calls.get();

            store.publish("a", 0);

            await().until(() -> calls.get() > before);
            assertThat(names(stream, 1)).containsExactly("a/0");
        }
    }

    private static List<String> expected(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "a/" + i).toList();
    }

    private static List<String> names(TrackingEventStream stream, int count) throws InterruptedException {
        var names = new ArrayList<String>();
        while (names.size() < count && stream.hasNextAvailable(5, TimeUnit.SECONDS)) {
            names.add(Note.nameOf(stream.nextAvailable()));
        }
        return names;
    }
}
