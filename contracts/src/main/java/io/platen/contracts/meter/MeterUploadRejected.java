package io.platen.contracts.meter;

import io.platen.contracts.id.MeterUploadId;
import io.platen.contracts.id.UserId;
import org.jspecify.annotations.Nullable;

/** A file of reads was refused as a whole; nothing of it was stored. */
public record MeterUploadRejected(
        MeterUploadId uploadId, UserId userId, @Nullable String fileName, String code) implements MeterEvent {}
