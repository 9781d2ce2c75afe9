package io.platen.gateway.read;

import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.web.PlainText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which part of a list, and in which order. */
record Page(int number, int size, String orderBy) {

    private static final int MOST = 200;
    private static final int LAST = 100_000;

    /** @param columns what may be sorted by, each with its SQL; values from outside never enter the text */
    static Page of(
            @Nullable Integer page,
            @Nullable Integer size,
            @Nullable String sort,
            Map<String, String> columns,
            String standard) {
        var number = page == null ? 0 : page;
        var wanted = size == null ? 25 : size;
        if (number < 0 || number > LAST) {
            throw invalid("page", number);
        }
        if (wanted < 1 || wanted > MOST) {
            throw invalid("size", wanted);
        }
        if (sort == null || sort.isBlank()) {
            return new Page(number, wanted, standard);
        }
        // "-field" is as good as "field,desc"
        var parts = (sort.startsWith("-") ? sort.substring(1) + ",desc" : sort).split(",", 3);
        var column = columns.get(parts[0].strip());
        var direction = parts.length > 1 ? parts[1].strip() : "asc";
        if (column == null || parts.length > 2 || !(direction.equals("asc") || direction.equals("desc"))) {
            throw invalid("sort", shortened(sort));
        }
        return new Page(number, wanted, column + " " + direction + " nulls last, " + standard);
    }

    String sql() {
        return " order by " + orderBy + " limit " + size + " offset " + (long) number * size;
    }

    static Rejected invalid(String field, Object value) {
        return Rejected.of(CommonProblem.VALIDATION_FAILED)
                .field(field, FieldProblem.INVALID_VALUE, Map.of("value", value));
    }

    /** @throws Rejected where the text holds what nobody types, a NUL for one, which PostgreSQL cannot even compare */
    static String text(String field, String text) {
        if (!PlainText.is(text)) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED).field(field, FieldProblem.INVALID_FORMAT, Map.of());
        }
        return text;
    }

    /** What is answered back is not as long as somebody likes. */
    static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) : text;
    }
}
