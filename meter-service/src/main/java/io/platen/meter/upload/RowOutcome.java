package io.platen.meter.upload;

import io.platen.meter.reading.Decision;
import io.platen.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a row. */
sealed interface RowOutcome {

    /** @param already it was stored before this upload */
    record Captured(LocalDate readOn, boolean already) implements RowOutcome {}

    /** @param token confirms the same values */
    record Doubted(List<RowFault> faults, String token) implements RowOutcome {}

    record Failed(List<RowFault> faults) implements RowOutcome {}

    static RowOutcome of(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> new Captured(accepted.readOn(), false);
            case Decision.Refused refused ->
                new Failed(refused.objections().stream().map(RowFault::of).toList());
            case Decision.Doubtful doubtful ->
                new Doubted(doubtful.doubts().stream().map(RowFault::of).toList(), doubtful.token());
        };
    }

    static RowOutcome of(ProblemCode code) {
        return new Failed(List.of(RowFault.of(code)));
    }

    default RowState state() {
        return switch (this) {
            case Captured captured -> RowState.CAPTURED;
            case Doubted doubted -> RowState.WARNING;
            case Failed failed -> RowState.ERROR;
        };
    }

    default List<RowFault> faults() {
        return switch (this) {
            case Captured captured -> List.of();
            case Doubted doubted -> doubted.faults;
            case Failed failed -> failed.faults;
        };
    }

    default @Nullable String token() {
        return this instanceof Doubted doubted ? doubted.token : null;
    }
}
