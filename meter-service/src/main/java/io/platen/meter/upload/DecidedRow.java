package io.platen.meter.upload;

import io.platen.contracts.meter.template.MeterColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row as people are told of it. */
record DecidedRow(
        int number,
        String serialNumber,
        RowState state,
        @Nullable LocalDate capturedOn,
        boolean already,
        Map<MeterColumn, String> entered,
        List<RowFault> faults,
        @Nullable String token) {

    /** What was entered where the fault is. */
    String value(RowFault fault) {
        var column = fault.column();
        return column == null ? "" : entered.getOrDefault(column, "");
    }
}
