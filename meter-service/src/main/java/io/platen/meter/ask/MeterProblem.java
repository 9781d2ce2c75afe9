package io.platen.meter.ask;

import io.platen.meter.reading.Doubt;
import io.platen.meter.reading.ReadRejection;
import io.platen.platform.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** How a refused or doubted read is told. */
public enum MeterProblem implements ProblemCode {
    METER_VALUE_INVALID,
    COLOUR_ABOVE_TOTAL,
    COUNTER_UNKNOWN,
    COUNTER_MISSING,
    READ_DATE_INVALID,
    METER_LOWER_THAN_PREVIOUS,
    METER_ABOVE_NEXT,
    METER_ALREADY_SUBMITTED_TODAY,
    METER_READ_DOUBTFUL,
    EQUAL_TO_PREVIOUS,
    GROWTH_ABOVE_AVERAGE,
    OUTSIDE_EXPECTED_RANGE,
    MORE_DIGITS;

    @Override
    public HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }

    public static MeterProblem of(ReadRejection reason) {
        return switch (reason) {
            case METER_VALUE_INVALID -> METER_VALUE_INVALID;
            case COLOUR_ABOVE_TOTAL -> COLOUR_ABOVE_TOTAL;
            case COUNTER_UNKNOWN -> COUNTER_UNKNOWN;
            case COUNTER_MISSING -> COUNTER_MISSING;
            case READ_DATE_INVALID -> READ_DATE_INVALID;
            case METER_LOWER_THAN_PREVIOUS -> METER_LOWER_THAN_PREVIOUS;
            case METER_ABOVE_NEXT -> METER_ABOVE_NEXT;
            case METER_ALREADY_SUBMITTED_TODAY -> METER_ALREADY_SUBMITTED_TODAY;
        };
    }

    public static MeterProblem of(Doubt.Kind kind) {
        return switch (kind) {
            case EQUAL_TO_PREVIOUS -> EQUAL_TO_PREVIOUS;
            case GROWTH_ABOVE_AVERAGE -> GROWTH_ABOVE_AVERAGE;
            case OUTSIDE_EXPECTED_RANGE -> OUTSIDE_EXPECTED_RANGE;
            case MORE_DIGITS -> MORE_DIGITS;
        };
    }
}
