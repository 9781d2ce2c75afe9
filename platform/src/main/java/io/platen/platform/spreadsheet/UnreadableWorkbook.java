package io.platen.platform.spreadsheet;

import io.platen.platform.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** A workbook is not looked at any further. */
public final class UnreadableWorkbook extends RuntimeException {

    private final WorkbookProblem reason;

    UnreadableWorkbook(WorkbookProblem reason, String detail) {
        this(reason, detail, null);
    }

    /** @param detail for our logs; the sender gets the reason's text */
    UnreadableWorkbook(WorkbookProblem reason, String detail, @Nullable Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
    }

    static UnreadableWorkbook broken(String detail) {
        return new UnreadableWorkbook(WorkbookProblem.NOT_A_WORKBOOK, detail);
    }

    public WorkbookProblem reason() {
        return reason;
    }

    public Rejected rejected() {
        return Rejected.of(reason);
    }
}
