package io.platen.endtoend;

import static org.awaitility.Awaitility.await;

import io.platen.localstack.StackFailure;
import io.platen.localstack.access.PlatenApi;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Eight clients that hand in reads as a customer's own program would: one Idempotency-Key for each read, and the same
 * request again until there is an answer.
 */
final class Readers implements AutoCloseable {
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private final Queue<Read> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Semaphore permits = new Semaphore(0);
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final PlatenApi api;
    private int released;
    private int settledBefore;

    Readers(Fleet fleet) {
        api = fleet.manager();
        var waiting = new LinkedBlockingQueue<Device>();
        fleet.devices().forEach(id -> waiting.add(new Device(id, 0)));
        for (int i = 0; i < CLIENTS; i++) {
            clients.execute(() -> work(waiting));
        }
    }

    /** A device and how many of its reads are in; a device is in one client's hand at a time. */
    private record Device(String id, int reads) {}

    private void work(BlockingQueue<Device> waiting) {
        while (!Thread.currentThread().isInterrupted()) {
            Device device;
            try {
                permits.acquire();
                device = waiting.take();
            } catch (InterruptedException e) {
                return;
            }
            handIn(device);
            if (device.reads() + 1 < Fleet.READS_PER_DEVICE) {
                waiting.add(new Device(device.id(), device.reads() + 1));
            }
        }
    }

    private void handIn(Device device) {
        var readOn = LocalDate.now(ZoneOffset.UTC)
                .minusDays(Fleet.READS_PER_DEVICE - device.reads())
                .toString();
        long total = 100_000 + 100L * device.reads();
        var body = Map.of("readOn", readOn, "counters", Map.of("total", total));
        var key = "kill-" + device.id() + "-" + device.reads();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var answer = api.post("/api/devices/" + device.id() + "/reads", body, key);
                if (answer.status() == 201) {
                    acknowledged.add(new Read(
                            device.id(), answer.body().required("readId").asString(), readOn, total));
                    return;
                }
                if (!isWorthAnotherTry(answer.status())) {
                    refused.add(answer.status() + " " + answer.text());
                    return;
                }
            } catch (StackFailure unanswered) {
                // nobody knows whether it was stored: that is what the key is for
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
        }
    }

    private static boolean isWorthAnotherTry(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    void release(int reads) {
        settledBefore = released;
        released += reads;
        permits.release(reads);
    }

    /** @param reads of those released last */
    void awaitAcknowledged(int reads) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> acknowledged.size() + refused.size() >= settledBefore + reads);
    }

    void finish() {
        await().atMost(PATIENCE).until(() -> acknowledged.size() + refused.size() >= released);
    }

    List<Read> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Answers that were neither a success nor a plea for patience. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void close() {
        clients.shutdownNow();
        clients.close();
    }
}
