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
    TIME_ZONE_UNKNOWN;

    @Override
    public HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
