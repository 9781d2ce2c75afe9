package io.platen.ticket;

import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text as people write it: no control characters but line breaks and tabs where lines are meant, no halves of characters. */
public final class PlainText {

    /** One line. */
    public static final String LINE = "[^\\p{Cntrl}\\p{Cs}]*";

    /** Several lines. */
    public static final String LINES = "[[^\\p{Cntrl}\\p{Cs}]\\n\\r\\t]*";

    /** Of a subject and of a name that somebody gave. */
    public static final int SHORT = 200;

    /** Of a description, a comment, a resolution. */
    public static final int LONG = 10_000;

    private PlainText() {}

    /** @throws Rejected where nothing but white space is there, of whatever script */
    public static String required(String field, @Nullable String text) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED).field(field, FieldProblem.REQUIRED, Map.of());
        }
        return stripped;
    }
}
