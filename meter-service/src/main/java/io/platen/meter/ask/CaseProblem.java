package io.platen.meter.ask;

import io.platen.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why a correction or an investigation is refused. */
public enum CaseProblem implements ProblemCode {
    NOT_LAST_USAGE_INVOICE(HttpStatus.UNPROCESSABLE_CONTENT),
    CORRECTION_PENDING(HttpStatus.CONFLICT),
    ALREADY_DECIDED(HttpStatus.CONFLICT),
    INVESTIGATION_PENDING(HttpStatus.CONFLICT),
    ALREADY_CLOSED(HttpStatus.CONFLICT);

    private final HttpStatus status;

    CaseProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
