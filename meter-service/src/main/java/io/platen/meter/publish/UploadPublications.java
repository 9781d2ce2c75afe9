package io.platen.meter.publish;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.meter.MeterUploadCompleted;
import io.platen.contracts.meter.MeterUploadRejected;
import io.platen.meter.sheet.UploadEvent;
import java.util.List;

/** How a file ended is told to whoever sent it; that it came is not. */
final class UploadPublications {

    private UploadPublications() {}

    static List<PublishedEvent> of(UploadEvent event) {
        return switch (event) {
            case UploadEvent.UploadStarted started -> List.of();
            case UploadEvent.UploadRefused refused ->
                List.of(new MeterUploadRejected(
                        refused.uploadId(), refused.userId(), refused.fileName(), refused.code()));
            case UploadEvent.UploadCompleted outcome ->
                List.of(new MeterUploadCompleted(
                        outcome.uploadId(),
                        outcome.userId(),
                        outcome.fileName(),
                        outcome.rows(),
                        outcome.captured(),
                        outcome.warnings(),
                        outcome.errors(),
                        outcome.untouched()));
        };
    }
}
