package io.platen.contracts.meter;

import io.platen.contracts.id.MeterUploadId;
import io.platen.contracts.id.UserId;
import org.jspecify.annotations.Nullable;

/** Every row of a file of reads is decided; told again after warnings were confirmed. {@code untouched} rows were left blank and are not among the {@code rows}. */
public record MeterUploadCompleted(
        MeterUploadId uploadId,
        UserId userId,
        @Nullable String fileName,
        int rows,
        int captured,
        int warnings,
        int errors,
        int untouched)
        implements MeterEvent {}
