package io.platen.device;

import io.platen.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why this service refuses. */
public enum DeviceProblem implements ProblemCode {
    SERIAL_IN_USE,
    MODEL_UNKNOWN,
    COUNTERS_INCONSISTENT,
    COLOURS_INCONSISTENT,
    DEVICE_WITHOUT_ACCOUNT,
    USER_NOT_ON_ACCOUNT,
    TIME_ZONE_UNKNOWN,
    NOTE_TOO_LONG,
    MODEL_NOT_CAPABLE,
    SERIAL_UNKNOWN,
    ALREADY_IN_ACCOUNT(HttpStatus.CONFLICT),
    TOO_MANY_VALIDATIONS(HttpStatus.TOO_MANY_REQUESTS),
    REQUEST_PENDING(HttpStatus.CONFLICT),
    ALREADY_DECIDED(HttpStatus.CONFLICT),
    GROUP_NAME_TAKEN(HttpStatus.CONFLICT),
    DEVICE_NOT_ON_ACCOUNT,
    DEVICE_UNKNOWN,
    DEVICE_ON_ANOTHER_ACCOUNT,
    REPLACED_BY_ITSELF,
    COUNTERS_OF_MODEL;

    private final HttpStatus status;

    DeviceProblem() {
        this(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    DeviceProblem(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
