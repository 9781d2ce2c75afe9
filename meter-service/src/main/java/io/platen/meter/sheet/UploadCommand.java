package io.platen.meter.sheet;

import io.platen.contracts.id.MeterUploadId;
import io.platen.contracts.id.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an upload. */
public sealed interface UploadCommand {

    /** @param untouched rows that were left blank, and are not among the rows */
    record StartUpload(
            @TargetAggregateIdentifier MeterUploadId uploadId,
            UserId userId,
            @Nullable String fileName,
            String fileHash,
            int rows,
            int untouched)
            implements UploadCommand {}

    record RefuseUpload(
            @TargetAggregateIdentifier MeterUploadId uploadId,
            UserId userId,
            @Nullable String fileName,
            String code) implements UploadCommand {}

    /** Every row is decided. */
    record CompleteUpload(@TargetAggregateIdentifier MeterUploadId uploadId, int captured, int warnings, int errors)
            implements UploadCommand {}
}
