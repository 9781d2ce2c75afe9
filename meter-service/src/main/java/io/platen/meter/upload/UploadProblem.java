package io.platen.meter.upload;

import io.platen.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** What an upload can be refused for beside the reasons of any workbook. */
enum UploadProblem implements ProblemCode {
    /** Another layout, or something changed beside the white cells. */
    TEMPLATE_MODIFIED;

    @Override
    public HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
