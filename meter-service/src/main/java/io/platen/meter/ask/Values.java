package io.platen.meter.ask;

import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Days and counters as clients send them. Values stay JSON until the rules have seen them: {@code 1.5} and {@code "12"}
 * are answered like any other value that is no whole number of pages.
 */
public final class Values {

    private static final int MOST_COUNTERS = 20;

    private Values() {}

    /** @throws Rejected where it is no day */
    public static @Nullable LocalDate day(String field, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            if (value.isString()) {
                var day = LocalDate.parse(value.stringValue());
                if (day.getYear() >= 1 && day.getYear() <= 9999) {
                    return day;
                }
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw Rejected.of(CommonProblem.VALIDATION_FAILED).field(field, FieldProblem.INVALID_FORMAT, Map.of());
    }

    /** @return null where the value is no whole number */
    public static Map<String, @Nullable Long> pages(String field, @Nullable Map<String, @Nullable JsonNode> counters) {
        var pages = new HashMap<String, @Nullable Long>();
        if (counters == null) {
            return pages;
        }
        if (counters.size() > MOST_COUNTERS) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field(field, FieldProblem.TOO_LONG, Map.of("max", MOST_COUNTERS));
        }
        counters.forEach((name, value) -> {
            if (value != null && !value.isNull()) {
                pages.put(name, wholeNumber(value));
            }
        });
        return pages;
    }

    private static @Nullable Long wholeNumber(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong() ? (Long) value.longValue() : null;
    }
}
