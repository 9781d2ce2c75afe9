package io.platen.benchmarks.replay;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

/** The platform's own processor, reset and run until each of its segments stands at the end of the store. */
final class Replay {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PooledStreamingEventProcessor processor;

    Replay(PooledStreamingEventProcessor processor) {
        this.processor = processor;
    }

    /** Before anything is stored: its tokens exist, and it handles nothing until it is told to. */
    void pause(int segments) {
        await(() -> processor.processingStatus().size() == segments);
        processor.shutDown();
    }

    void reset() {
        processor.resetTokens();
    }

    void runTo(long position) {
        processor.start();
        await(() -> {
            var segments = processor.processingStatus().values();
            segments.stream().filter(EventTrackerStatus::isErrorState).findAny().ifPresent(broken -> {
                throw new IllegalStateException("The replay failed.", broken.getError());
            });
            return !segments.isEmpty()
                    && segments.stream()
                            .allMatch(segment -> segment.getCurrentPosition().orElse(0) == position);
        });
    }

    void stop() {
        processor.shutDown();
    }

    private static void await(BooleanSupplier done) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The processor did not get there within " + PATIENCE + ".");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
