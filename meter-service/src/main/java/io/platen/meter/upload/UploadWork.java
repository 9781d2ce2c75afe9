package io.platen.meter.upload;

import io.platen.contracts.id.AccountId;
import io.platen.meter.reading.Decision;
import io.platen.meter.sheet.UploadCommand.CompleteUpload;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.eventstore.PostgresEventStorageEngine;
import io.platen.platform.observability.Correlation;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Faults;
import io.platen.platform.problem.Rejected;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the registers decide the rows of uploads. Some rows share a transaction with their reads, so that a crash leaves
 * each row either decided and stored or neither; a row that fails is taken out of them and decided alone. The rows are
 * locked meanwhile, so that several workers, here and in other instances, share an upload.
 */
@Component
class UploadWork implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UploadWork.class);

    /** While a transaction runs, readers of the event store wait for what came after it: not many rows at once. */
    static final int ROWS = 100;

    private static final int TRIES = 5;

    private final Uploads uploads;
    private final EarlierReads reads;
    private final PostgresEventStorageEngine events;
    private final CommandGateway commands;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int workers;
    private final ExecutorService executor;
    private final AtomicInteger atWork = new AtomicInteger();

    UploadWork(
            Uploads uploads,
            EarlierReads reads,
            PostgresEventStorageEngine events,
            CommandGateway commands,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${platen.meter.upload-workers:2}") int workers) {
        this.uploads = uploads;
        this.reads = reads;
        this.events = events;
        this.commands = commands;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.workers = workers;
        this.executor = Executors.newFixedThreadPool(
                Math.max(1, workers),
                Thread.ofPlatform().daemon().name("uploads-", 0).factory());
    }

    /** Does what there is to do, behind the caller. */
    void wake() {
        for (int i = atWork.get(); i < workers; i++) {
            try {
                executor.execute(this::workOff);
            } catch (RejectedExecutionException e) {
                return; // the service stops, and the next one goes on
            }
        }
    }

    private void workOff() {
        if (atWork.incrementAndGet() > workers) {
            atWork.decrementAndGet();
            return;
        }
        try {
            for (var sender : uploads.unfinished()) {
                while (!Thread.currentThread().isInterrupted() && workChunk(sender)) {}
            }
        } catch (RuntimeException e) {
            LOG.warn("Uploads are gone on with later: {}", e.toString());
        } finally {
            atWork.decrementAndGet();
        }
    }

    /** @return whether there may be more to do */
    boolean workChunk(Uploads.Sender sender) {
        var correlation = Correlation.open(sender.correlation());
        try {
            var done = together(sender);
            if (done == 0) {
                finish(sender);
            }
            return done > 0;
        } finally {
            correlation.close();
        }
    }

    private int together(Uploads.Sender sender) {
        try {
            return decide(sender, ROWS, new AtomicInteger());
        } catch (RuntimeException e) {
            if (isOutage(e)) {
                throw e;
            }
            LOG.info(
                    "Rows of {} are decided one by one, because together they failed: {}",
                    sender.upload(),
                    e.toString());
            var done = 0;
            while (done < ROWS && alone(sender)) {
                done++;
            }
            return done;
        }
    }

    private boolean alone(Uploads.Sender sender) {
        for (int attempt = 1; ; attempt++) {
            var taken = new AtomicInteger();
            try {
                return decide(sender, 1, taken) == 1;
            } catch (RuntimeException e) {
                if (isOutage(e)) {
                    throw e;
                }
                var rejected = Faults.asRejection(e);
                if (rejected.code() != CommonProblem.CONCURRENT_CHANGE || attempt == TRIES) {
                    fail(sender, taken.get(), rejected, e);
                    return true;
                }
            }
        }
    }

    private void fail(Uploads.Sender sender, int row, Rejected rejected, RuntimeException cause) {
        if (rejected.code() == CommonProblem.INTERNAL_ERROR) {
            LOG.error("Row {} of {} failed", row, sender.upload(), cause);
        }
        transaction.executeWithoutResult(status -> {
            if (uploads.takeOne(sender.upload(), row)) {
                uploads.decide(sender.upload(), Map.of(row, RowOutcome.of(rejected.code())));
            }
        });
    }

    /** @param taken told of the last row that was taken */
    private int decide(Uploads.Sender sender, int most, AtomicInteger taken) {
        var done = transaction.execute(status -> {
            var rows = uploads.take(sender.upload(), most);
            if (rows.isEmpty()) {
                return 0;
            }
            var stored = reads.among(rows, clock.instant());
            var outcomes = new HashMap<Integer, RowOutcome>();
            stored.forEach((row, on) -> outcomes.put(row, new RowOutcome.Captured(on, true)));
            var open = rows.stream()
                    .filter(row -> !stored.containsKey(row.number()))
                    .toList();
            events.readAhead(open.stream().map(row -> row.device().toString()).toList());
            inOneUnitOfWork(() -> {
                for (var row : open) {
                    taken.set(row.number());
                    outcomes.put(
                            row.number(), RowOutcome.of(this.<Decision>send(row.command(), sender, row.account())));
                }
            });
            uploads.decide(sender.upload(), outcomes);
            return rows.size();
        });
        return done == null ? 0 : done;
    }

    /** What the commands inside append is written in one go. */
    private static void inOneUnitOfWork(Runnable commands) {
        var work = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("upload"));
        try {
            commands.run();
        } catch (RuntimeException | Error e) {
            work.rollback(e);
            throw e;
        }
        work.commit();
    }

    private void finish(Uploads.Sender sender) {
        transaction.executeWithoutResult(status -> {
            if (uploads.finish(sender.upload(), clock.instant())) {
                var told = uploads.find(sender.upload(), sender.user()).orElseThrow();
                this.<@Nullable Object>send(
                        new CompleteUpload(sender.upload(), told.captured(), told.warnings(), told.errors()),
                        sender,
                        null);
            }
        });
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the sender knows what its handler returns
    private <R extends @Nullable Object> R send(Object command, Uploads.Sender sender, @Nullable AccountId account) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(MetadataKeys.ACTOR, sender.user().toString());
        metadata.put(MetadataKeys.CORRELATION, sender.correlation());
        if (account != null) {
            metadata.put(MetadataKeys.ACCOUNT, account.toString());
        }
        return commands.sendAndWait(
                GenericCommandMessage.asCommandMessage(command).withMetaData(metadata));
    }

    private static boolean isOutage(RuntimeException failure) {
        return Thread.currentThread().isInterrupted()
                || Faults.asRejection(failure).code() == CommonProblem.SERVICE_UNAVAILABLE;
    }

    /** What is under way may finish; the rest is another instance's, or that of the next start. */
    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
