package io.platen.supply;

import io.platen.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why this service refuses. */
public enum SupplyProblem implements ProblemCode {
    NOT_ELIGIBLE(HttpStatus.UNPROCESSABLE_CONTENT),
    ATTENTION_TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT),
    DEVICE_WITHOUT_ACCOUNT(HttpStatus.UNPROCESSABLE_CONTENT),
    COLOUR_NOT_OF_DEVICE(HttpStatus.UNPROCESSABLE_CONTENT),
    SHIPPING_LABEL_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    SHIPMENT_IN_TRANSIT(HttpStatus.CONFLICT),
    ILLEGAL_TRANSITION(HttpStatus.CONFLICT);

    private final HttpStatus status;

    SupplyProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
