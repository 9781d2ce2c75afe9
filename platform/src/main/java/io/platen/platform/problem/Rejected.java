package io.platen.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request is refused for a reason its sender can understand; answered as a problem, never as a fault. */
public final class Rejected extends RuntimeException {

    /**
     * Something about one field.
     *
     * @param params stand beside code and message, and fill the message's placeholders
     */
    public record FieldError(String field, ProblemCode code, Map<String, Object> params) {}

    private final transient ProblemCode code;
    private final transient Map<String, Object> members;
    private final transient List<FieldError> fields;

    public Rejected(ProblemCode code) {
        this(code, Map.of(), List.of());
    }

    private Rejected(ProblemCode code, Map<String, Object> members, List<FieldError> fields) {
        super(describe(code, members, fields), null, false, false);
        this.code = code;
        this.members = members;
        this.fields = fields;
    }

    public static Rejected of(ProblemCode code) {
        return new Rejected(code);
    }

    /** Adds a member of the problem, which may fill a placeholder of its text as well. */
    public Rejected with(String key, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(key, value);
        return new Rejected(code, more, fields);
    }

    /** Adds an entry of {@code errors}; the field is a path such as {@code counters.total}. */
    public Rejected field(String field, ProblemCode fieldCode, Map<String, Object> params) {
        var more = new ArrayList<>(fields);
        more.add(new FieldError(field, fieldCode, params));
        return new Rejected(code, members, more);
    }

    public ProblemCode code() {
        return code;
    }

    public Map<String, Object> members() {
        return members;
    }

    public List<FieldError> fields() {
        return fields;
    }

    private static String describe(ProblemCode code, Map<String, Object> members, List<FieldError> fields) {
        return code.name() + (members.isEmpty() ? "" : " " + members) + (fields.isEmpty() ? "" : " " + fields);
    }
}
