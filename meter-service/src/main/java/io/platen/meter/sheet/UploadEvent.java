package io.platen.meter.sheet;

import io.platen.contracts.id.MeterUploadId;
import io.platen.contracts.id.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What is stored of an upload; private to this service. */
public sealed interface UploadEvent {

    MeterUploadId uploadId();

    @Revision("1")
    record UploadStarted(
            MeterUploadId uploadId, UserId userId, @Nullable String fileName, String fileHash, int rows, int untouched)
            implements UploadEvent {}

    @Revision("1")
    record UploadRefused(
            MeterUploadId uploadId, UserId userId, @Nullable String fileName, String code) implements UploadEvent {}

    /** Comes again when warnings were confirmed afterwards. */
    @Revision("1")
    record UploadCompleted(
            MeterUploadId uploadId,
            UserId userId,
            @Nullable String fileName,
            int rows,
            int captured,
            int warnings,
            int errors,
            int untouched)
            implements UploadEvent {}
}
