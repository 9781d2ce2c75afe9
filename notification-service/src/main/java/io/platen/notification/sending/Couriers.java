package io.platen.notification.sending;

import io.platen.notification.smtp.MailSettings;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads that look for messages; what one of them trips over, the next look finds again. */
@Component
class Couriers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final long STOP_SECONDS = 8;

    private final Courier courier;
    private final MailSettings settings;
    private volatile @Nullable ScheduledExecutorService threads;

    Couriers(Courier courier, MailSettings settings) {
        this.courier = courier;
        this.settings = settings;
    }

    @Override
    public void start() {
        var started = Executors.newScheduledThreadPool(
                Math.max(1, settings.senders()),
                Thread.ofPlatform().daemon().name("courier-", 1).factory());
        threads = started;
        for (int i = 0; i < settings.senders(); i++) {
            watch(started.scheduleWithFixedDelay(this::look, 0, settings.idle().toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void look() {
        try {
            courier.giveUpTheAbandoned();
            while (isRunning() && courier.carryOne()) {
                // and the next
            }
        } catch (RuntimeException e) {
            LOG.warn("Messages wait for the next look: {}", e.toString());
        }
    }

    /** Ends with the executor; an Error ends it early, and is told. */
    private static void watch(Future<?> forever) {
        Thread.ofVirtual().start(() -> {
            try {
                forever.get();
            } catch (ExecutionException e) {
                LOG.error("A courier ended", e);
            } catch (InterruptedException | java.util.concurrent.CancellationException e) {
                // it was stopped
            }
        });
    }

    @Override
    public void stop() {
        var started = threads;
        threads = null;
        if (started != null) {
            started.shutdown();
            try {
                if (!started.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                    started.shutdownNow();
                }
            } catch (InterruptedException e) {
                started.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
