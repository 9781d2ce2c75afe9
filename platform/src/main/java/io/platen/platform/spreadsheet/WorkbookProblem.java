package io.platen.platform.spreadsheet;

import io.platen.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why a workbook is refused as a whole. */
public enum WorkbookProblem implements ProblemCode {
    /** Another kind of file, an older or encrypted workbook, or a broken one. */
    NOT_A_WORKBOOK,
    /** The file, or a part of it. */
    TOO_LARGE,
    /** Unpacks to far more than it is. */
    ZIP_BOMB,
    MACROS,
    FORMULAS,
    /** Reaches for something outside of the file. */
    EXTERNAL,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS;

    @Override
    public HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
