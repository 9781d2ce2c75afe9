package io.platen.meter.upload;

import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which of the doubted rows are right as they are. */
record ConfirmRows(
        @Schema(description = "Their numbers in the sheet") @Nullable
        List<Integer> rows,

        @Schema(description = "Every doubted row, instead of naming them") @Nullable
        Boolean all) {

    /** Null stands for all. */
    @Nullable
    List<Integer> chosen() {
        var everything = Boolean.TRUE.equals(all);
        if (everything == (rows != null && !rows.isEmpty())
                || (rows != null && rows.stream().anyMatch(Objects::isNull))) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED).field("rows", FieldProblem.REQUIRED, Map.of());
        }
        return everything ? null : rows;
    }
}
