package io.platen.platform.observability;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Housekeeping that does no harm when it fails or when several instances do it. */
public final class Hourly implements SmartLifecycle {

    private final String name;
    private final Runnable task;
    private volatile @Nullable ScheduledExecutorService timer;
    private volatile @Nullable Future<?> repeated;

    public Hourly(String name, Runnable task) {
        this.name = name;
        this.task = task;
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        timer = started;
        repeated = started.scheduleWithFixedDelay(this::run, 1, 60, TimeUnit.MINUTES);
    }

    private void run() {
        try {
            task.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Hourly.class)
                    .warn("{} failed and is tried again in an hour: {}", name, e.toString());
        }
    }

    @Override
    public void stop() {
        var started = timer;
        if (started != null) {
            started.shutdownNow();
        }
        timer = null;
        repeated = null;
    }

    @Override
    public boolean isRunning() {
        return repeated != null;
    }
}
