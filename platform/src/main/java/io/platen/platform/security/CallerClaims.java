package io.platen.platform.security;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The claim {@value #CLAIM} of an access token, read and written in one place. */
public final class CallerClaims {

    /** The name of the claim. */
    public static final String CLAIM = "platen";

    private CallerClaims() {}

    /** @throws IllegalArgumentException when the claim is absent or of another shape */
    public static Caller read(@Nullable String subject, Map<String, Object> claims) {
        if (subject == null || !(claims.get(CLAIM) instanceof Map<?, ?> platen)) {
            throw new IllegalArgumentException("The token does not say who calls");
        }
        var kind = Caller.Kind.valueOf(text(platen, "kind", ""));
        var caller = new Caller(
                kind,
                subject,
                text(platen, "name", subject),
                text(platen, "lang", "en"),
                grants(platen.get("grants")),
                kind == Caller.Kind.STAFF ? staff(platen.get("staff")) : null,
                kind == Caller.Kind.AGENT ? agent(platen.get("agent")) : null);
        if (kind != Caller.Kind.AGENT) {
            UserId.of(subject);
        }
        return caller;
    }

    /** What {@link #read} understands. */
    public static Map<String, Object> write(Caller caller) {
        var claim = new java.util.LinkedHashMap<String, Object>();
        claim.put("kind", caller.kind().name());
        claim.put("name", caller.name());
        claim.put("lang", caller.language());
        if (!caller.grants().isEmpty()) {
            claim.put(
                    "grants",
                    caller.grants().stream()
                            .map(grant -> Map.of(
                                    "account", grant.account().toString(),
                                    "role", grant.role().name(),
                                    "functions", names(grant.functions())))
                            .toList());
        }
        var staff = caller.staff();
        if (staff != null) {
            claim.put(
                    "staff",
                    Map.of(
                            "role", staff.role().name(),
                            "regions", List.copyOf(new TreeSet<>(staff.regions())),
                            "functions", names(staff.functions())));
        }
        var account = caller.agentAccount();
        if (account != null) {
            claim.put("agent", Map.of("account", account.toString()));
        }
        return claim;
    }

    private static List<String> names(Set<Function> functions) {
        return functions.stream().sorted().map(Function::name).toList();
    }

    private static List<Caller.Grant> grants(@Nullable Object value) {
        var grants = new ArrayList<Caller.Grant>();
        if (value instanceof Collection<?> entries) {
            for (var entry : entries) {
                if (entry instanceof Map<?, ?> grant) {
                    var role = CustomerRole.valueOf(text(grant, "role", ""));
                    // the matrix is the ceiling, whatever a token says
                    var functions = functions(grant.get("functions"), PermissionMatrix.defaults(role));
                    functions.retainAll(PermissionMatrix.ceiling(role));
                    grants.add(new Caller.Grant(AccountId.of(text(grant, "account", "")), role, functions));
                }
            }
        }
        return grants;
    }

    private static Caller.Staff staff(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> staff)) {
            throw new IllegalArgumentException("The token does not say which role the person has");
        }
        var role = StaffRole.valueOf(text(staff, "role", ""));
        var functions = functions(staff.get("functions"), PermissionMatrix.functions(role));
        functions.retainAll(PermissionMatrix.functions(role));
        var regions = new HashSet<String>();
        if (staff.get("regions") instanceof Collection<?> names) {
            names.forEach(name -> regions.add(String.valueOf(name)));
        }
        return new Caller.Staff(role, regions, functions);
    }

    private static AccountId agent(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> agent)) {
            throw new IllegalArgumentException("The token does not say whose devices the agent reports");
        }
        return AccountId.of(text(agent, "account", ""));
    }

    /** A function that this build does not know yet is left out. */
    private static Set<Function> functions(@Nullable Object value, Set<Function> otherwise) {
        if (!(value instanceof Collection<?> names)) {
            return EnumSet.copyOf(otherwise);
        }
        var functions = EnumSet.noneOf(Function.class);
        for (var function : Function.values()) {
            if (names.contains(function.name())) {
                functions.add(function);
            }
        }
        return functions;
    }

    private static String text(Map<?, ?> map, String key, String otherwise) {
        return map.get(key) instanceof String text && !text.isBlank() ? text : otherwise;
    }
}
