package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.Scope;
import io.platen.contracts.access.StaffRole;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conditions of a query with their parameters, all of which must hold; names are made here, values never enter the text. */
final class Filter {

    /**
     * Where a query says whose a row is and where it belongs.
     *
     * @param owner who asked for it himself
     * @param handedOver whether it is handed over to the person of the vendor whose id stands in the place of ?
     */
    private record Place(
            String account,
            @Nullable String device,
            String region,
            @Nullable String owner,
            @Nullable String handedOver) {}

    private static final String ON_THE_WAY = "h.engineer_id = ? and h.state in ('DISPATCHED', 'IN_PROGRESS')";

    private static final Place DEVICE = new Place(
            "d.account_id",
            "d.device_id",
            "a.region",
            null,
            "exists (select 1 from view_ticket h where h.device_id = d.device_id and " + ON_THE_WAY + ")");

    /** Section 5.2: an engineer sees the machines around the one he was sent to, not their reads. */
    private static final Place DEVICE_OF_SITE = new Place(
            "d.account_id",
            "d.device_id",
            "a.region",
            null,
            "exists (select 1 from view_ticket h join view_device w on w.device_id = h.device_id"
                    + " where (w.device_id = d.device_id or (w.account_id = d.account_id and w.site = d.site)) and "
                    + ON_THE_WAY + ")");

    private static final Place AGENT = new Place("g.account_id", null, "a.region", null, null);
    private static final Place ACCOUNT = new Place("a.account_id", null, "a.region", null, null);
    private static final Place TICKET = new Place(
            "t.account_id", "t.device_id", "t.region", "t.requester_id", "t.engineer_id = ? or t.specialist_id = ?");
    private static final Place ORDER = new Place(
            "o.account_id",
            "o.device_id",
            "a.region",
            null,
            "exists (select 1 from view_ticket h where h.device_id = o.device_id and " + ON_THE_WAY + ")");
    private static final Place CORRECTION = new Place("c.account_id", "c.device_id", "a.region", null, null);
    private static final Place INVESTIGATION = new Place(
            "i.account_id",
            "i.device_id",
            "a.region",
            null,
            "exists (select 1 from view_ticket h where h.device_id = i.device_id and " + ON_THE_WAY + ")");
    private static final Place REQUEST = new Place("q.account_id", null, "a.region", null, null);
    private static final Place GROUP = new Place("g.account_id", null, "a.region", null, null);
    private static final Place CONTRACT = new Place("c.account_id", null, "a.region", null, null);
    private static final Place INVOICE = new Place("i.account_id", null, "a.region", null, null);

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** The devices (d, with their account a) that the functions reach for the caller. */
    static Filter devices(Caller caller, Set<Function> anyOf) {
        var filter = new Filter();
        return filter.and(filter.deviceScope(caller, anyOf));
    }

    /** The device agents (g, with their account a) that the caller sees. */
    static Filter agents(Caller caller) {
        var filter = new Filter();
        return filter.and(filter.scope(caller, Reach.AGENTS, AGENT));
    }

    /** The accounts (a) whose card a person of the vendor sees. */
    static Filter accounts(Caller caller) {
        var filter = new Filter();
        return filter.and(filter.staffScope(caller, Reach.CARDS, ACCOUNT));
    }

    /** The tickets (t) that the caller sees. */
    static Filter tickets(Caller caller) {
        var filter = new Filter();
        return filter.and(filter.ticketScope(caller));
    }

    /** The orders (o, with their account a) that the caller sees. */
    static Filter orders(Caller caller) {
        var filter = new Filter();
        return filter.and("o.placed_at is not null").and(filter.orderScope(caller));
    }

    /** The corrections of reads (c, with their account a) that the caller sees. */
    static Filter corrections(Caller caller) {
        var filter = new Filter();
        return filter.and("c.requested_at is not null").and(filter.scope(caller, Reach.CORRECTIONS, CORRECTION));
    }

    /** The investigations of reads (i, with their account a) that the caller sees. */
    static Filter investigations(Caller caller) {
        var filter = new Filter();
        return filter.and("i.opened_at is not null").and(filter.scope(caller, Reach.INVESTIGATIONS, INVESTIGATION));
    }

    /** The requests for devices (q, with the account a that asks) that the caller sees. */
    static Filter requests(Caller caller) {
        var filter = new Filter();
        return filter.and(filter.scope(caller, Reach.REQUESTS, REQUEST));
    }

    /** The groups (g, with their account a) in which the caller sees a device, and all of an account that is his. */
    static Filter groups(Caller caller) {
        var filter = new Filter();
        return filter.and("(" + filter.scope(caller, Reach.DEVICES, GROUP)
                + ") or exists (select 1 from view_device d where d.device_id = any (g.devices)"
                + " and d.account_id = g.account_id and (" + filter.deviceScope(caller, Reach.DEVICES) + "))");
    }

    /** The contracts (c, with their account a) that the caller sees. */
    static Filter contracts(Caller caller) {
        var filter = new Filter();
        return filter.and(filter.scope(caller, Reach.CONTRACTS, CONTRACT));
    }

    /** The invoices (i, with their account a) that the caller sees. */
    static Filter invoices(Caller caller) {
        var filter = new Filter();
        return filter.and(filter.scope(caller, Reach.INVOICES, INVOICE));
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
        return scope(caller, anyOf, anyOf.equals(Reach.DEVICES) ? DEVICE_OF_SITE : DEVICE);
    }

    /** Whether the device (d) is one that the person of the vendor was sent to. */
    String visitedBy(Caller caller) {
        return handedOver(caller, DEVICE);
    }

    /** A planner sees what he can send somebody to. */
    String ticketScope(Caller caller) {
        var staff = caller.staff();
        var scope = scope(caller, Reach.TICKETS, TICKET);
        return staff != null && staff.role() == StaffRole.DISPATCH_PLANNER
                ? "((" + scope + ") and t.kind = 'INCIDENT')"
                : "(" + scope + ")";
    }

    String orderScope(Caller caller) {
        return "(" + scope(caller, Reach.ORDERS, ORDER) + ")";
    }

    private String scope(Caller caller, Set<Function> anyOf, Place place) {
        var alternatives = new ArrayList<String>();
        if (caller.staff() != null) {
            alternatives.add(staffScope(caller, anyOf, place));
        }
        for (var grant : caller.grants()) {
            var account = grant.account().value();
            if (Reach.seesAccount(caller, anyOf, account)) {
                alternatives.add(place.account() + " = " + with(account));
                continue;
            }
            if (place.device() != null && Reach.seesAssigned(caller, anyOf, account)) {
                alternatives.add(place.account() + " = " + with(account) + " and " + assigned(place, caller));
            }
            if (place.owner() != null && Reach.seesOwn(caller, anyOf, account)) {
                alternatives.add(place.account() + " = " + with(account) + " and " + place.owner() + " = "
                        + with(caller.userId().value()));
            }
        }
        return alternatives.isEmpty() ? "false" : "(" + String.join(") or (", alternatives) + ")";
    }

    String assignedTo(UUID user) {
        return "exists (select 1 from view_assignment v where v.device_id = d.device_id and v.account_id = d.account_id"
                + " and v.user_id = " + with(user) + ")";
    }

    /** An assignment counts only while the device is on its account. */
    private String assigned(Place place, Caller caller) {
        var user = caller.userId().value();
        return "d.device_id".equals(place.device())
                ? assignedTo(user)
                : "exists (select 1 from view_assignment v join view_device w on w.device_id = v.device_id"
                        + " and w.account_id = v.account_id where v.device_id = " + place.device()
                        + " and v.account_id = " + place.account() + " and v.user_id = " + with(user) + ")";
    }

    private String staffScope(Caller caller, Set<Function> anyOf, Place place) {
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
        if (reached) {
            return place.region() + " in (" + with(List.copyOf(staff.regions())) + ")";
        }
        return Reach.isHandedOver(caller, anyOf) ? handedOver(caller, place) : "false";
    }

    private String handedOver(Caller caller, Place place) {
        var condition = place.handedOver();
        return condition == null || caller.staff() == null
                ? "false"
                : condition.replace("?", with(caller.userId().value()));
    }

    /**
     * Every word must be found, whatever the case, in one of the expressions.
     *
     * @throws Rejected where the text holds what nobody types, a NUL for one, which PostgreSQL cannot even compare
     */
    Filter words(String text, String... expressions) {
        return wordsOf("q", text, expressions);
    }

    /** @param field in which the text came */
    Filter wordsOf(String field, String text, String... expressions) {
        // A tab between words is as good as a space.
        if (!PlainText.is(text.replaceAll("\\s", " "))) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED).field(field, FieldProblem.INVALID_FORMAT, Map.of());
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
