package io.platen.platform.observability;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does again and again what does no harm when it fails or when several instances do it. */
public final class Repeated implements SmartLifecycle {

    private final String name;
    private final Duration first;
    private final Duration pause;
    private final Runnable task;
    private volatile @Nullable ScheduledExecutorService timer;
    private volatile @Nullable Future<?> repeated;

    private Repeated(String name, Duration first, Duration pause, Runnable task) {
        this.name = name;
        this.first = first;
        this.pause = pause;
        this.task = task;
    }

    /** @param pause between two runs, and before the first */
    public static Repeated every(Duration pause, String name, Runnable task) {
        return new Repeated(name, pause, pause, task);
    }

    /** Housekeeping, which begins soon after the start. */
    public static Repeated hourly(String name, Runnable task) {
        return new Repeated(name, Duration.ofMinutes(1), Duration.ofHours(1), task);
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        timer = started;
        repeated = started.scheduleWithFixedDelay(this::run, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            task.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Repeated.class)
                    .warn("{} failed and is tried again in {}: {}", name, pause, e.toString());
        }
    }

    /** What runs may finish. */
    @Override
    public void stop() {
        var started = timer;
        if (started != null) {
            started.shutdown();
        }
        timer = null;
        repeated = null;
    }

    @Override
    public boolean isRunning() {
        return repeated != null;
    }
}
