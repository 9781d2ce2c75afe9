package io.platen.meter.upload;

import io.platen.contracts.id.MeterUploadId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of reads and how far it is.
 *
 * @param rows that were filled in
 * @param untouched rows that were left blank
 */
@Schema(name = "MeterUpload")
record Upload(
        MeterUploadId id,
        @Nullable String fileName,
        State state,
        int rows,
        int done,
        int captured,
        int warnings,
        int errors,
        int untouched,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    enum State {
        RUNNING,
        DONE
    }
}
