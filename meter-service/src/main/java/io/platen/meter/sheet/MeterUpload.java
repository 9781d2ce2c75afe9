package io.platen.meter.sheet;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.id.MeterUploadId;
import io.platen.meter.sheet.UploadCommand.CompleteUpload;
import io.platen.meter.sheet.UploadCommand.RefuseUpload;
import io.platen.meter.sheet.UploadCommand.StartUpload;
import io.platen.meter.sheet.UploadEvent.UploadCompleted;
import io.platen.meter.sheet.UploadEvent.UploadRefused;
import io.platen.meter.sheet.UploadEvent.UploadStarted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One file of reads. It is completed when the last of its rows is decided, which is told once for the same outcome. */
@Aggregate
class MeterUpload {

    @AggregateIdentifier
    private @Nullable MeterUploadId uploadId;

    private @Nullable UploadStarted started;
    private @Nullable UploadCompleted completed;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void start(StartUpload command) {
        apply(new UploadStarted(
                command.uploadId(),
                command.userId(),
                command.fileName(),
                command.fileHash(),
                command.rows(),
                command.untouched()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void refuse(RefuseUpload command) {
        apply(new UploadRefused(command.uploadId(), command.userId(), command.fileName(), command.code()));
    }

    @CommandHandler
    void complete(CompleteUpload command) {
        var file = started;
        if (file == null) {
            throw new IllegalStateException("A refused file has no rows: " + command.uploadId());
        }
        var outcome = new UploadCompleted(
                file.uploadId(),
                file.userId(),
                file.fileName(),
                file.rows(),
                command.captured(),
                command.warnings(),
                command.errors(),
                file.untouched());
        if (!outcome.equals(completed)) {
            apply(outcome);
        }
    }

    @EventSourcingHandler
    void on(UploadEvent event) {
        uploadId = event.uploadId();
        switch (event) {
            case UploadStarted file -> started = file;
            case UploadRefused refused -> {}
            case UploadCompleted outcome -> completed = outcome;
        }
    }
}
