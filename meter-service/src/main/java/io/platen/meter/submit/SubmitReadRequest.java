package io.platen.meter.submit;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.meter.reading.MeterCommand.SubmitRead;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A read as the client sends it. The values stay JSON until the rules have seen them: {@code 1.5} and {@code "12"} are
 * answered like any other value that is no whole number of pages.
 */
record SubmitReadRequest(
        @Schema(type = "string", format = "date", description = "Day of the device's calendar; today where absent")
        @Nullable
        JsonNode readOn,

        @Schema(
                type = "object",
                additionalPropertiesSchema = Long.class,
                example = "{\"total\":1234,\"colour\":56}",
                description = "Pages by counter: total or blackWhite, and colour; whole numbers from 0 to 999999999")
        @Nullable
        Map<String, @Nullable JsonNode> counters,

        @Schema(description = "From the answer that doubted exactly these values") @Nullable
        String warningToken) {

    private static final int MOST_COUNTERS = 20;
    private static final int LONGEST_TOKEN = 100;

    /** @throws Rejected when this is no read at all */
    SubmitRead toCommand(DeviceId device, ReadId readId) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(toString())) {
            throw Rejected.of(CommonProblem.MALFORMED_BODY); // half a character
        }
        if (warningToken != null && warningToken.length() > LONGEST_TOKEN) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field("warningToken", FieldProblem.TOO_LONG, Map.of("max", LONGEST_TOKEN));
        }
        return new SubmitRead(device, readId, pages(), day(), warningToken);
    }

    private @Nullable LocalDate day() {
        if (readOn == null || readOn.isNull()) {
            return null;
        }
        try {
            if (readOn.isString()) {
                var day = LocalDate.parse(readOn.stringValue());
                if (day.getYear() >= 1 && day.getYear() <= 9999) {
                    return day;
                }
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw Rejected.of(CommonProblem.VALIDATION_FAILED).field("readOn", FieldProblem.INVALID_FORMAT, Map.of());
    }

    private Map<String, @Nullable Long> pages() {
        var pages = new HashMap<String, @Nullable Long>();
        if (counters == null) {
            return pages;
        }
        if (counters.size() > MOST_COUNTERS) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field("counters", FieldProblem.TOO_LONG, Map.of("max", MOST_COUNTERS));
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
