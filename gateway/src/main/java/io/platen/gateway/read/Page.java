package io.platen.gateway.read;

import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
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
        var parts = sort.split(",", 3);
        var column = columns.get(parts[0].strip());
        var direction = parts.length > 1 ? parts[1].strip() : "asc";
        if (column == null || parts.length > 2 || !(direction.equals("asc") || direction.equals("desc"))) {
            throw invalid("sort", sort.length() > 100 ? sort.substring(0, 100) : sort);
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
}
