package io.platen.gateway.live;

import io.platen.gateway.GatewayProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Reads the end of the view's events once for all streams of this process. A commit of this process wakes it at once;
 * commits of other gateway instances are found by looking, often while somebody is waiting and seldom otherwise.
 */
@Component
public class LiveHub implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
    private static final int BATCH = 500;
    private static final int REMEMBERED = 5_000;
    private static final long PENDING_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long WATCHED_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long OUTAGE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final LiveEvents events;
    private final RightsWatch rights;
    private final Clock clock;
    private final GatewayProperties properties;

    private final ConcurrentSkipListMap<Position, LiveEvent> recent = new ConcurrentSkipListMap<>();
    private final AtomicInteger watching = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private final Condition changed = lock.newCondition();
    private volatile Position floor = Position.START;
    private volatile @Nullable Position position;
    private volatile Instant lookedAt = Instant.EPOCH;
    private volatile boolean running;
    private boolean woken;
    private long commits;
    private @Nullable Thread reader;

    LiveHub(LiveEvents events, RightsWatch rights, Clock clock, GatewayProperties properties) {
        this.events = events;
        this.rights = rights;
        this.clock = clock;
        this.properties = properties;
    }

    /** Everything up to here is in the view, for every query that begins from now on. */
    public Position position() {
        var now = position;
        return now == null ? events.newest() : now;
    }

    /** When the position was looked up last. */
    public Instant asOf() {
        return lookedAt.equals(Instant.EPOCH) ? clock.instant() : lookedAt;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void committed(ViewChanged change) {
        look();
    }

    private void look() {
        lock.lock();
        try {
            woken = true;
            commits++;
            wake.signalAll();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A stream is open: look more often. */
    void watch() {
        watching.incrementAndGet();
        look();
    }

    void unwatch() {
        watching.decrementAndGet();
    }

    boolean isOpen() {
        return running;
    }

    /** What comes after the position, as far as it is settled; empty at the end. */
    List<LiveEvent> after(Position from) {
        var end = position;
        if (end == null || from.compareTo(end) >= 0) {
            return List.of();
        }
        if (from.compareTo(floor) >= 0) {
            var found = new ArrayList<LiveEvent>();
            for (var event : recent.tailMap(from, false).values()) {
                if (event.position().compareTo(end) > 0 || found.size() >= BATCH) {
                    break;
                }
                found.add(event);
            }
            if (from.compareTo(floor) >= 0) {
                return found;
            }
        }
        return events.after(from, BATCH).events();
    }

    /** Returns when something came after the position, or the time is over, or the platform stops. */
    void await(Position from, long nanos) throws InterruptedException {
        lock.lock();
        try {
            for (long left = nanos; left > 0 && running && !isBehind(from); ) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns at the next change of the view in this process, or when the time is over. */
    public void awaitChange(long nanos) throws InterruptedException {
        lock.lock();
        try {
            var before = commits;
            for (long left = nanos; left > 0 && running && commits == before; ) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isBehind(Position from) {
        var end = position;
        return end != null && from.compareTo(end) < 0;
    }

    private void follow() {
        long pause = BUSY_NANOS;
        while (running) {
            try {
                var from = position;
                if (from == null) {
                    from = events.newest();
                    floor = from;
                    rights.load();
                    position = from;
                }
                var batch = events.after(from, BATCH);
                lookedAt = clock.instant();
                if (!batch.events().isEmpty()) {
                    take(batch.events());
                    pause = BUSY_NANOS;
                    if (batch.events().size() == BATCH) {
                        continue;
                    }
                }
                if (batch.pending()) {
                    pause(PENDING_NANOS);
                } else {
                    pause(pause);
                    pause = Math.min(watching.get() > 0 ? WATCHED_NANOS : IDLE_NANOS, pause + pause / 4);
                }
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("The view's events cannot be read, trying again: {}", e.toString());
                    pause(OUTAGE_NANOS);
                }
            }
        }
    }

    private void take(List<LiveEvent> batch) {
        for (var event : batch) {
            recent.put(event.position(), event);
            rights.note(event);
        }
        position = batch.getLast().position();
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        for (int surplus = recent.size() - REMEMBERED; surplus > 0; surplus--) {
            floor = recent.firstKey();
            recent.pollFirstEntry();
        }
    }

    private void pause(long nanos) {
        lock.lock();
        try {
            for (long left = nanos; !woken && running && left > 0; ) {
                left = wake.awaitNanos(left);
            }
            woken = false;
        } catch (InterruptedException e) {
            running = false;
        } finally {
            lock.unlock();
        }
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void forgetOldEvents() {
        var before = clock.instant().minus(properties.view().keepEvents());
        while (running && events.forget(before, 1_000) == 1_000) {
            LOG.debug("Forgot 1000 events of the live stream");
        }
    }

    @Override
    public void start() {
        running = true;
        reader = Thread.ofPlatform().daemon().name("live-hub").start(this::follow);
    }

    /** Before the web server's grace period, so that open streams do not use it up. */
    @Override
    public void stop() {
        running = false;
        look();
        var thread = reader;
        if (thread != null) {
            try {
                thread.join(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
