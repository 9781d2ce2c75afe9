package io.platen.platform.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the event store and produces to Kafka. Of all instances of a service one holds the claim and works; another
 * takes over when it stops or dies.
 *
 * <p>The token moves only after the broker has acknowledged a whole batch. So nothing is left out; after a crash the
 * batch comes again with the same ids, and consumers drop what they have. No transaction is open while the broker is
 * waited for: it would hold back every reader of the PostgreSQL cluster.
 */
public final class PublicationProcessor implements SmartLifecycle {

    /** The name under which the token is kept. */
    public static final String NAME = "publication";

    private static final Logger LOG = LoggerFactory.getLogger(PublicationProcessor.class);
    private static final int SEGMENT = 0;
    private static final int BATCH = 500;

    private final EventStore events;
    private final Publications publications;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Timer delay;
    private final Duration patience;
    private volatile boolean running;
    private volatile @Nullable BlockingStream<TrackedEventMessage<?>> stream;
    private @Nullable Thread worker;
    private long claimedAtNanos;

    /**
     * @param producers idempotent, acknowledged by all replicas
     * @param patience between two tries to get the claim, and between two extensions of it
     */
    public PublicationProcessor(
            EventStore events,
            Publications publications,
            TokenStore tokens,
            TransactionManager transactions,
            Supplier<Producer<String, byte[]>> producers,
            MeterRegistry meters,
            Duration patience) {
        this.events = events;
        this.publications = publications;
        this.tokens = tokens;
        this.transactions = transactions;
        this.producers = producers;
        this.patience = patience;
        this.delay = Timer.builder("platen.publication.delay")
                .description("From the moment an event happened to the broker's acknowledgement")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public synchronized void start() {
        running = true;
        worker = Thread.ofPlatform().daemon().name(NAME).start(this::work);
    }

    @Override
    public synchronized void stop() {
        running = false;
        var open = stream;
        if (open != null) {
            open.close();
        }
        var thread = worker;
        if (thread != null) {
            LockSupport.unpark(thread);
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        worker = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        @Nullable Producer<String, byte[]> producer = null;
        while (running) {
            try {
                var token = claim();
                if (producer == null) {
                    producer = producers.get();
                }
                LOG.info("This instance publishes, from {}", token);
                follow(token, producer);
            } catch (UnableToClaimTokenException e) {
                LOG.debug("Another instance publishes: {}", e.getMessage());
            } catch (ExecutionException | InterruptedException | RuntimeException e) {
                if (running) {
                    LOG.error("Publication stopped and starts again where it was: {}", e.toString(), e);
                    close(producer);
                    producer = null;
                }
                // another instance, perhaps a newer one, may fare better
                release();
            }
            rest();
        }
        release();
        close(producer);
    }

    private void follow(@Nullable TrackingToken from, Producer<String, byte[]> producer)
            throws InterruptedException, ExecutionException {
        try (var source = events.openStream(from)) {
            stream = source;
            while (running) {
                var batch = new ArrayList<TrackedEventMessage<?>>();
                var wait = Math.toIntExact(patience.toMillis());
                while (batch.size() < BATCH
                        && source.hasNextAvailable(batch.isEmpty() ? wait : 0, TimeUnit.MILLISECONDS)) {
                    batch.add(source.nextAvailable());
                }
                if (batch.isEmpty()) {
                    extendClaimIfDue();
                } else {
                    produce(batch, producer);
                    store(batch.getLast().trackingToken());
                }
            }
        }
    }

    private void produce(List<TrackedEventMessage<?>> batch, Producer<String, byte[]> producer)
            throws InterruptedException, ExecutionException {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var event : batch) {
            for (var record : publications.of(event)) {
                var future = producer.send(record);
                if (future.isDone()) {
                    future.get(); // refused at once, for example too large: what follows must not overtake it
                }
                sent.add(future);
            }
        }
        for (var future : sent) {
            awaitAcknowledgement(future);
        }
        var now = Instant.now();
        batch.forEach(event -> delay.record(Duration.between(event.getTimestamp(), now)));
    }

    /** The producer itself tries for ever, in order; meanwhile the claim is kept. */
    private void awaitAcknowledgement(Future<RecordMetadata> future) throws InterruptedException, ExecutionException {
        while (true) {
            if (!running && !future.isDone()) {
                throw new IllegalStateException("Stopped before the broker had acknowledged");
            }
            try {
                future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                LOG.warn("The broker has not acknowledged within {}", patience);
                extendClaimIfDue();
            }
        }
    }

    private @Nullable TrackingToken claim() {
        initializeOnce();
        claimedAtNanos = System.nanoTime();
        return transactions.fetchInTransaction(() -> tokens.fetchToken(NAME, SEGMENT));
    }

    /** Two instances that start on an empty database at the same time both try; one of them is refused. */
    private void initializeOnce() {
        try {
            transactions.executeInTransaction(() -> {
                if (tokens.fetchSegments(NAME).length == 0) {
                    tokens.initializeTokenSegments(NAME, 1);
                }
            });
        } catch (RuntimeException e) {
            LOG.debug("Another instance has initialised the token, or the claim will tell: {}", e.toString());
        }
    }

    private void store(TrackingToken token) {
        transactions.executeInTransaction(() -> tokens.storeToken(token, NAME, SEGMENT));
        claimedAtNanos = System.nanoTime();
    }

    private void extendClaimIfDue() {
        if (System.nanoTime() - claimedAtNanos >= patience.toNanos()) {
            transactions.executeInTransaction(() -> tokens.extendClaim(NAME, SEGMENT));
            claimedAtNanos = System.nanoTime();
        }
    }

    private void release() {
        try {
            transactions.executeInTransaction(() -> tokens.releaseClaim(NAME, SEGMENT));
        } catch (RuntimeException e) {
            LOG.debug("The claim runs out by itself: {}", e.toString());
        }
    }

    private static void close(@Nullable Producer<String, byte[]> producer) {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    private void rest() {
        if (running) {
            LockSupport.parkNanos(patience.toNanos());
        }
    }
}
