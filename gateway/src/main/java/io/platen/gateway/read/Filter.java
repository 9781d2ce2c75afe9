package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.Scope;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.web.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conditions of a query with their parameters, all of which must hold; names are made here, values never enter the text. */
final class Filter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** The devices (d, with their account a) that the functions reach for the caller. */
    static Filter devices(Caller caller, Set<Function> anyOf) {
        var filter = new Filter();
        filter.and(filter.deviceScope(caller, anyOf));
        return filter;
    }

    /** The accounts (a) whose card a person of the vendor sees. */
    static Filter accounts(Caller caller) {
        var filter = new Filter();
        filter.and(filter.staffScope(caller, Reach.CARDS));
        return filter;
    }

    Filter and(String condition) {
        conditions.add("(" + condition + ")");
        return this;
    }

    /** @return the placeholder of the value */
    String with(Object value) {
        var name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    JdbcClient.StatementSpec on(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).params(parameters);
    }

    String deviceScope(Caller caller, Set<Function> anyOf) {
        var alternatives = new ArrayList<String>();
        if (caller.staff() != null) {
            alternatives.add(staffScope(caller, anyOf));
        }
        for (var grant : caller.grants()) {
            var account = grant.account().value();
            if (Reach.seesAccount(caller, anyOf, account)) {
                alternatives.add("d.account_id = " + with(account));
            } else if (Reach.seesAssigned(caller, anyOf, account)) {
                alternatives.add("d.account_id = " + with(account) + " and "
                        + assignedTo(caller.userId().value()));
            }
        }
        return alternatives.isEmpty() ? "false" : "(" + String.join(") or (", alternatives) + ")";
    }

    String assignedTo(UUID user) {
        return "exists (select 1 from view_assignment v where v.device_id = d.device_id and v.account_id = d.account_id"
                + " and v.user_id = " + with(user) + ")";
    }

    private String staffScope(Caller caller, Set<Function> anyOf) {
        var staff = caller.staff();
        if (staff == null) {
            return "false";
        }
        var reached = false;
        for (var function : anyOf) {
            var scopes = staff.functions().contains(function)
                    ? PermissionMatrix.of(staff.role(), function).scopes()
                    : Set.<Scope>of();
            if (scopes.contains(Scope.ALL)
                    || (scopes.contains(Scope.REGION) && staff.regions().isEmpty())) {
                return "true";
            }
            reached |= scopes.contains(Scope.REGION);
        }
        return reached ? "a.region in (" + with(List.copyOf(staff.regions())) + ")" : "false";
    }

    /**
     * Every word must be found, whatever the case, in one of the expressions.
     *
     * @throws Rejected where the text holds what nobody types, a NUL for one, which PostgreSQL cannot even compare
     */
    Filter words(String text, String... expressions) {
        // A tab between words is as good as a space.
        if (!PlainText.is(text.replaceAll("\\s", " "))) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED).field("q", FieldProblem.INVALID_FORMAT, Map.of());
        }
        for (var word : text.strip().split("\\s+", 9)) {
            if (!word.isEmpty()) {
                var pattern = with(
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
                and(String.join(
                        " or ",
                        java.util.Arrays.stream(expressions)
                                .map(expression -> expression.replace("?", pattern))
                                .toList()));
            }
        }
        return this;
    }
}
