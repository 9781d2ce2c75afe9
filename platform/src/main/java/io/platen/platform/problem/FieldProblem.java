package io.platen.platform.problem;

import org.springframework.http.HttpStatus;

/** What can be wrong with one field, whatever it means. */
public enum FieldProblem implements ProblemCode {
    REQUIRED,
    TOO_SHORT,
    TOO_LONG,
    OUT_OF_RANGE,
    INVALID_FORMAT,
    INVALID_VALUE,
    UNKNOWN_FIELD;

    @Override
    public HttpStatus status() {
        return HttpStatus.BAD_REQUEST;
    }
}
