package io.platen.supply.fulfil;

import io.platen.contracts.id.OrderId;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.platen.supply.Line;
import io.platen.supply.order.OrderCommand.ShipOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** With whom a parcel travels, as far as it is known. */
record ShipmentRequest(@Nullable String carrier, @Nullable String trackingNumber) {

    private static final int LONGEST = 50;

    /** @throws Rejected where a value is no line of text or too long */
    ShipOrder of(OrderId order) {
        return new ShipOrder(order, checked("carrier", carrier), checked("trackingNumber", trackingNumber));
    }

    private static @Nullable String checked(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var line = value.strip();
        if (!Line.is(line)) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED).field(field, FieldProblem.INVALID_FORMAT, Map.of());
        }
        if (Line.length(line) > LONGEST) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field(field, FieldProblem.TOO_LONG, Map.of("max", LONGEST));
        }
        return line;
    }
}
