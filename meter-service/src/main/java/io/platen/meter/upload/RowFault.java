package io.platen.meter.upload;

import io.platen.contracts.meter.template.MeterColumn;
import io.platen.meter.reading.Doubt;
import io.platen.meter.reading.Objection;
import io.platen.platform.problem.ProblemCode;
import io.platen.platform.problem.ProblemTexts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or doubtful about a row.
 *
 * @param column null where it is the row as a whole
 * @param figures fill the text's placeholders
 */
record RowFault(@Nullable MeterColumn column, String code, Map<String, Object> figures) {

    static RowFault of(ProblemCode code) {
        return new RowFault(null, code.name(), Map.of());
    }

    static RowFault of(Objection objection) {
        return new RowFault(columnOf(objection.field()), objection.reason().name(), objection.figures());
    }

    static RowFault of(Doubt doubt) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("value", doubt.value());
        figures.put("previous", doubt.previous());
        var expected = doubt.expected();
        if (expected != null) {
            figures.put("expected", expected.expected());
            figures.put("low", expected.low());
            figures.put("high", expected.high());
        }
        var field = io.platen.meter.reading.CounterNames.fieldOf(doubt.counter());
        return new RowFault(columnOf(field), doubt.kind().name(), figures);
    }

    String message(Locale language) {
        return ProblemTexts.instance().text(code, language, figures);
    }

    private static @Nullable MeterColumn columnOf(String field) {
        return switch (field) {
            case "readOn" -> MeterColumn.READ_ON;
            case "counters.total", "counters.blackWhite" -> MeterColumn.TOTAL;
            case "counters.colour" -> MeterColumn.COLOUR;
            default -> null;
        };
    }
}
