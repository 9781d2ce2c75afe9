package io.platen.platform.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** One reader's stream: reads the table until it has caught up, then walks the chain of {@link EventTail}. */
final class TailingStream implements TrackingEventStream {

    private static final int BATCH = 500;

    private final PostgresEventStorageEngine engine;
    private final EventTail tail;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private final Semaphore arrivals = new Semaphore(0);
    private @Nullable CommitOrderToken place;
    private volatile EventTail.@Nullable Link link;
    private boolean joining;
    private volatile @Nullable Runnable onAvailable;
    private volatile boolean closed;

    TailingStream(PostgresEventStorageEngine engine, EventTail tail, @Nullable CommitOrderToken after) {
        this.engine = engine;
        this.tail = tail;
        this.place = after;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        lock.lock();
        try {
            fill();
            return Optional.ofNullable(ready.peek());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        var deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            arrivals.drainPermits();
            if (peek().isPresent()) {
                return true;
            }
            var left = deadline - System.nanoTime();
            if (closed || left <= 0 || !arrivals.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            if (hasNextAvailable(1, TimeUnit.SECONDS)) {
                return take();
            }
            if (closed) {
                throw new IllegalStateException("The stream is closed");
            }
        }
    }

    private TrackedEventMessage<?> take() {
        lock.lock();
        try {
            return ready.remove();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        tail.remove(this);
        arrivals.release();
    }

    /** Events were chained, or the chain has begun. */
    void signal() {
        arrivals.release();
        var callback = onAvailable;
        if (callback != null && !closed) {
            callback.run();
        }
    }

    /** Lets go of a chain that would otherwise be kept in memory; a stream in use now is asked again next time. */
    void cutLooseBefore(long ordinal) {
        var held = link;
        if (held != null && held.ordinal < ordinal && lock.tryLock()) {
            try {
                link = null;
            } finally {
                lock.unlock();
            }
        }
    }

    private void fill() {
        if (!ready.isEmpty() || closed) {
            return;
        }
        if (link == null) {
            catchUp();
        }
        if (ready.isEmpty()) {
            walk();
        }
    }

    /** The chain's end is noted first: a read that is not full has then seen all that lies before it. */
    private void catchUp() {
        var joint = tail.newest();
        var batch = engine.readSettled(place, BATCH);
        ready.addAll(batch.events());
        place = batch.last();
        if (!batch.full() && joint != null) {
            link = joint;
            joining = true;
        }
    }

    private void walk() {
        for (var here = link; here != null && here.next != null && ready.size() < BATCH; ) {
            here = here.next;
            var known = joining && place != null && here.place != null && place.compareTo(here.place) >= 0;
            if (!known && here.event != null) {
                joining = false;
                ready.add(here.event);
                place = here.place;
            }
            link = here;
        }
    }
}
