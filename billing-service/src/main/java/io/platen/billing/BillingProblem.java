package io.platen.billing;

import io.platen.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why this service refuses. */
public enum BillingProblem implements ProblemCode {
    CONTRACT_NUMBER_TAKEN(HttpStatus.CONFLICT),
    DEVICE_ALREADY_UNDER_CONTRACT(HttpStatus.CONFLICT),
    PERIOD_ALREADY_INVOICED(HttpStatus.CONFLICT),
    CONTRACT_ALREADY_ENDED(HttpStatus.CONFLICT),
    END_OUTSIDE_CONTRACT(HttpStatus.UNPROCESSABLE_CONTENT),
    END_BEFORE_LAST_INVOICE(HttpStatus.UNPROCESSABLE_CONTENT),
    PERIOD_OUTSIDE_CONTRACT(HttpStatus.UNPROCESSABLE_CONTENT),
    PERIOD_NOT_NEXT(HttpStatus.UNPROCESSABLE_CONTENT),
    PERIOD_NOT_OVER(HttpStatus.UNPROCESSABLE_CONTENT),
    NOTHING_TO_INVOICE(HttpStatus.UNPROCESSABLE_CONTENT),
    // beside a field
    DEVICE_NOT_ON_ACCOUNT(HttpStatus.BAD_REQUEST),
    CONTRACT_TERM_REVERSED(HttpStatus.BAD_REQUEST),
    PERIOD_REVERSED(HttpStatus.BAD_REQUEST),
    CURRENCY_UNKNOWN(HttpStatus.BAD_REQUEST),
    COUNTER_WITHOUT_PRICE(HttpStatus.BAD_REQUEST),
    RATE_INVALID(HttpStatus.BAD_REQUEST),
    RATE_COUNTER_UNKNOWN(HttpStatus.BAD_REQUEST),
    INCLUDED_PAGES_INVALID(HttpStatus.BAD_REQUEST);

    private final HttpStatus status;

    BillingProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
