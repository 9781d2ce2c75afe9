package io.platen.supply.place;

import io.platen.contracts.device.TonerColour;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.platen.supply.Line;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param overrideReason 1 to 200 characters: why although toner of that colour is in transit */
record TonerOrderRequest(
        @Nullable TonerColour colour, @Nullable String overrideReason) {

    private static final int LONGEST_REASON = 200;

    /** What the desk wants, checked once it is known that the device is one of its own. */
    record Wanted(TonerColour colour, @Nullable String overrideReason) {}

    /** @throws Rejected where the colour is missing, or the reason no line of text, blank or too long */
    Wanted checked() {
        if (colour == null) {
            throw refused("colour", FieldProblem.REQUIRED, Map.of());
        }
        return new Wanted(colour, reason());
    }

    private @Nullable String reason() {
        if (overrideReason == null) {
            return null;
        }
        var reason = overrideReason.strip();
        if (!Line.is(reason)) {
            throw refused("overrideReason", FieldProblem.INVALID_FORMAT, Map.of());
        }
        if (reason.isEmpty()) {
            throw refused("overrideReason", FieldProblem.REQUIRED, Map.of());
        }
        if (Line.length(reason) > LONGEST_REASON) {
            throw refused("overrideReason", FieldProblem.TOO_LONG, Map.of("max", LONGEST_REASON));
        }
        return reason;
    }

    private static Rejected refused(String field, FieldProblem problem, Map<String, Object> params) {
        return Rejected.of(CommonProblem.VALIDATION_FAILED).field(field, problem, params);
    }
}
