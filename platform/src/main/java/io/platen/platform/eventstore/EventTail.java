package io.platen.platform.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the end of the store once for all streams of this process and hands the events on.
 *
 * <p>An append of this process wakes it at once. Else it polls: every few milliseconds while polling finds events of
 * other instances, slower and slower up to the idle delay when it finds none, and again after a millisecond while
 * committed events wait above the horizon. Events hang in a chain that each stream walks at its own pace; a stream that falls far behind is cut loose
 * and reads the table by itself.
 */
final class EventTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);
    private static final int BATCH = 500;
    private static final int CHAIN_LIMIT = 5_000;
    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long PENDING_NANOS = TimeUnit.MICROSECONDS.toNanos(1_500);
    private static final long LONG_PENDING_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long OUTAGE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** A link of the chain; the first has no event. */
    static final class Link {
        final @Nullable TrackedEventMessage<?> event;
        final @Nullable CommitOrderToken place;
        final long ordinal;
        volatile @Nullable Link next;

        private Link(@Nullable TrackedEventMessage<?> event, @Nullable CommitOrderToken place, long ordinal) {
            this.event = event;
            this.place = place;
            this.ordinal = ordinal;
        }
    }

    private final PostgresEventStorageEngine engine;
    private final long idleNanos;
    private final List<TailingStream> streams = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private boolean woken;
    private @Nullable Thread reader;
    private volatile boolean closed;
    private volatile @Nullable Link newest;
    private volatile long pendingSinceNanos;

    /** @param idle the longest pause between two looks at the table */
    EventTail(PostgresEventStorageEngine engine, Duration idle) {
        this.engine = engine;
        this.idleNanos = idle.toNanos();
    }

    TailingStream open(@Nullable CommitOrderToken after) {
        var stream = new TailingStream(engine, this, after);
        streams.add(stream);
        startReader();
        return stream;
    }

    void remove(TailingStream stream) {
        streams.remove(stream);
    }

    /** The end of the chain; null until the reader has found the end of the table. */
    @Nullable
    Link newest() {
        return newest;
    }

    /** Something was committed by this process. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            wake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How long committed events have been waiting for an older transaction to end; zero where none wait. */
    Duration waitingForOlderTransactions() {
        var since = pendingSinceNanos;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    private void startReader() {
        lock.lock();
        try {
            if (reader == null && !closed) {
                reader = Thread.ofPlatform().daemon().name("event-tail").start(this::follow);
            }
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        @Nullable CommitOrderToken place = null;
        long pause = BUSY_NANOS;
        int looksWhilePending = 0;
        boolean appended = false;
        while (!closed) {
            try {
                var end = newest;
                if (end == null) {
                    place = engine.createHeadToken();
                    newest = end = new Link(null, place, 0);
                    streams.forEach(TailingStream::signal);
                }
                var batch = engine.readSettled(place, BATCH);
                place = batch.last();
                if (!batch.events().isEmpty()) {
                    append(end, batch.events());
                    pause = appended ? pause : BUSY_NANOS;
                }
                looksWhilePending = batch.pending() ? looksWhilePending + 1 : 0;
                notePending(batch.pending());
                if (batch.full()) {
                    continue;
                }
                if (batch.pending()) {
                    appended = pause(looksWhilePending < 400 ? PENDING_NANOS : LONG_PENDING_NANOS);
                } else {
                    appended = pause(pause);
                    pause = Math.min(idleNanos, pause + pause / 4);
                }
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("The end of the event store cannot be read, trying again: {}", e.toString());
                    appended = pause(OUTAGE_NANOS);
                }
            }
        }
    }

    private void append(Link end, List<TrackedEventMessage<?>> events) {
        var last = end;
        for (var event : events) {
            var link = new Link(event, (CommitOrderToken) event.trackingToken(), last.ordinal + 1);
            last.next = link;
            last = link;
        }
        newest = last;
        for (var stream : streams) {
            stream.cutLooseBefore(last.ordinal - CHAIN_LIMIT);
            stream.signal();
        }
    }

    private void notePending(boolean pending) {
        if (!pending) {
            pendingSinceNanos = 0;
        } else if (pendingSinceNanos == 0) {
            pendingSinceNanos = System.nanoTime();
        }
    }

    /** Whether an append of this process ended it. */
    private boolean pause(long nanos) {
        lock.lock();
        try {
            for (long left = nanos; !woken && left > 0; ) {
                left = wake.awaitNanos(left);
            }
            var wasWoken = woken;
            woken = false;
            return wasWoken;
        } catch (InterruptedException e) {
            closed = true;
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
        streams.forEach(TailingStream::close);
    }
}
