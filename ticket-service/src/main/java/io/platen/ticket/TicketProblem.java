package io.platen.ticket;

import io.platen.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why this service refuses. */
public enum TicketProblem implements ProblemCode {
    TICKET_KIND_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
    NO_MACHINE_TO_BE_DOWN(HttpStatus.UNPROCESSABLE_CONTENT),
    USER_NOT_ON_ACCOUNT(HttpStatus.UNPROCESSABLE_CONTENT),
    SPECIALIST_OUTSIDE_REGION(HttpStatus.UNPROCESSABLE_CONTENT),
    ENGINEER_OUTSIDE_REGION(HttpStatus.UNPROCESSABLE_CONTENT),
    NOT_AN_INCIDENT(HttpStatus.UNPROCESSABLE_CONTENT),
    VISIT_WINDOW_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    PRIORITY_MISSING(HttpStatus.CONFLICT),
    ILLEGAL_TRANSITION(HttpStatus.CONFLICT),
    TICKET_CLOSED(HttpStatus.CONFLICT);

    private final HttpStatus status;

    TicketProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
