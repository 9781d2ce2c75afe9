package io.platen.meter.ask;

import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people write: several lines, but no other control characters and no halves of characters. */
public final class Texts {

    static final int LONGEST = 1000;

    private static final Pattern LINES = Pattern.compile("[[^\\p{Cntrl}\\p{Cs}]\\n\\r\\t]*");

    private Texts() {}

    /** @throws Rejected where half a character is somewhere in it */
    public static void requireWhole(Object request) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(request.toString())) {
            throw Rejected.of(CommonProblem.MALFORMED_BODY);
        }
    }

    /** @throws Rejected where nothing but white space is there, or what is no text */
    public static String required(String field, @Nullable String text) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED).field(field, FieldProblem.REQUIRED, Map.of());
        }
        if (stripped.codePointCount(0, stripped.length()) > LONGEST) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field(field, FieldProblem.TOO_LONG, Map.of("max", LONGEST));
        }
        if (!LINES.matcher(stripped).matches()) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED).field(field, FieldProblem.INVALID_FORMAT, Map.of());
        }
        return stripped;
    }
}
