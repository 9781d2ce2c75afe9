package io.platen.meter.upload;

import io.platen.contracts.id.MeterUploadId;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;

/** What is no id names no upload. */
final class UploadIds {

    private UploadIds() {}

    static MeterUploadId of(String text) {
        try {
            return MeterUploadId.of(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
    }
}
