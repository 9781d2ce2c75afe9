package io.platen.contracts.access;

import static io.platen.contracts.access.Function.*;
import static io.platen.contracts.access.Scope.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Role by function by scope: the one place that says who may do what. Customer columns are Administrator, Device Manager,
 * Stock Manager, Device-Stock Manager, Knowledge User; staff columns contact centre, dispatch planner, service engineer,
 * web administrator, billing clerk.
 */
public final class PermissionMatrix {

    /**
     * One field of the matrix.
     *
     * @param byDefault how far the function reaches without a grant; empty where the role has it by a grant or never
     * @param byGrant how much farther it reaches by a grant
     * @param grantor who gives that
     * @param with the function that it comes and goes with, and is not given without
     */
    public record Permission(
            Set<Scope> byDefault,
            Set<Scope> byGrant,
            Grantor grantor,
            @Nullable Function with) {

        public boolean isNever() {
            return byDefault.isEmpty() && byGrant.isEmpty();
        }

        public boolean isDefault() {
            return !byDefault.isEmpty();
        }

        /** How far it reaches for one of whom nothing is known but that he holds it. */
        public Set<Scope> scopes() {
            return isDefault() ? byDefault : byGrant;
        }

        private Permission andMayGetFromWebAdministrator(Scope more) {
            return new Permission(byDefault, Set.of(more), Grantor.WEB_ADMINISTRATOR, with);
        }
    }

    private static final Permission NEVER = new Permission(Set.of(), Set.of(), Grantor.BY_DEFAULT, null);
    private static final Map<CustomerRole, Map<Function, Permission>> CUSTOMER = new EnumMap<>(CustomerRole.class);
    private static final Map<StaffRole, Map<Function, Permission>> STAFF = new EnumMap<>(StaffRole.class);

    static {
        customer(SELF_PROFILE, has(OWN), has(OWN), has(OWN), has(OWN), has(OWN));
        customer(SELF_PREFERENCES, has(OWN), has(OWN), has(OWN), has(OWN), NEVER);
        customer(KNOWLEDGE_VIEW, has(ALL), has(ALL), has(ALL), has(ALL), has(ALL));
        customer(SUPPORT_CONTACT, has(OWN), has(OWN), has(OWN), has(OWN), NEVER);
        customer(
                DASHBOARD_VIEW,
                has(ACCOUNT),
                has(ASSIGNED_DEVICES),
                has(REPLENISHED_DEVICES),
                has(ASSIGNED_DEVICES, REPLENISHED_DEVICES),
                NEVER);
        customer(
                DEVICE_VIEW,
                has(ACCOUNT),
                has(ASSIGNED_DEVICES),
                has(REPLENISHED_DEVICES),
                has(ASSIGNED_DEVICES, REPLENISHED_DEVICES),
                NEVER);
        customer(
                DEVICE_BROWSE_ACCOUNT,
                has(ACCOUNT),
                mayGetFromAdministrator(ACCOUNT),
                mayGetFromAdministrator(ACCOUNT),
                mayGetFromAdministrator(ACCOUNT),
                NEVER);
        customer(DEVICE_EDIT, has(ACCOUNT), has(ASSIGNED_DEVICES), NEVER, has(ASSIGNED_DEVICES), NEVER);
        customer(DEVICE_ASSIGN_OTHERS, has(ACCOUNT), NEVER, NEVER, NEVER, NEVER);
        customer(
                DEVICE_EXPORT,
                has(ACCOUNT),
                has(ASSIGNED_DEVICES),
                has(REPLENISHED_DEVICES),
                has(ASSIGNED_DEVICES, REPLENISHED_DEVICES),
                NEVER);
        customer(METER_SUBMIT, has(ACCOUNT), has(ASSIGNED_DEVICES), NEVER, has(ASSIGNED_DEVICES), NEVER);
        customer(METER_CORRECT, has(ACCOUNT), has(ASSIGNED_DEVICES), NEVER, has(ASSIGNED_DEVICES), NEVER);
        customer(TICKET_USE, has(ACCOUNT), has(ASSIGNED_DEVICES, OWN), has(OWN), has(ASSIGNED_DEVICES, OWN), NEVER);
        customer(
                SUPPLY_ORDER,
                has(ASSIGNED_DEVICES),
                has(ASSIGNED_DEVICES),
                mayGetFromAdministrator(REPLENISHED_DEVICES),
                has(ASSIGNED_DEVICES, REPLENISHED_DEVICES),
                NEVER);
        customer(
                CATALOG_ORDER,
                has(ACCOUNT),
                mayGetFromAdministrator(ACCOUNT),
                NEVER,
                mayGetFromAdministrator(ACCOUNT),
                NEVER);
        customer(
                ORDER_VIEW,
                has(ACCOUNT),
                has(OWN, ASSIGNED_DEVICES),
                has(OWN, REPLENISHED_DEVICES),
                has(OWN, ASSIGNED_DEVICES, REPLENISHED_DEVICES),
                NEVER);
        customer(
                AUTO_TONER_VIEW,
                has(ACCOUNT),
                has(ASSIGNED_DEVICES),
                has(REPLENISHED_DEVICES),
                has(ASSIGNED_DEVICES, REPLENISHED_DEVICES),
                NEVER);
        customer(
                AUTO_TONER_EDIT,
                has(ACCOUNT),
                mayGetFromWebAdministrator(ASSIGNED_DEVICES),
                has(REPLENISHED_DEVICES),
                has(REPLENISHED_DEVICES).andMayGetFromWebAdministrator(ASSIGNED_DEVICES),
                NEVER);
        customer(STOCK_EDIT, has(ACCOUNT), NEVER, has(REPLENISHED_DEVICES), has(REPLENISHED_DEVICES), NEVER);
        customer(
                INVOICE_VIEW,
                has(ACCOUNT),
                mayGetFromAdministrator(ACCOUNT),
                mayGetFromAdministrator(ACCOUNT),
                mayGetFromAdministrator(ACCOUNT),
                NEVER);
        customer(INVOICE_PAY, has(ACCOUNT), NEVER, NEVER, NEVER, NEVER);
        customer(
                BILLING_REPORT_VIEW,
                has(ACCOUNT),
                mayGetFromAdministrator(ACCOUNT),
                mayGetFromAdministrator(ACCOUNT),
                mayGetFromAdministrator(ACCOUNT),
                NEVER);
        customer(
                INVOICE_DISPUTE,
                has(ACCOUNT),
                comesWith(INVOICE_VIEW, ACCOUNT),
                comesWith(INVOICE_VIEW, ACCOUNT),
                comesWith(INVOICE_VIEW, ACCOUNT),
                NEVER);
        customer(USER_MANAGE, has(ACCOUNT), NEVER, NEVER, NEVER, NEVER);
        customer(ACCOUNT_EDIT, has(ACCOUNT), NEVER, NEVER, NEVER, NEVER);

        staff(CUSTOMER_CARD_VIEW, has(REGION), has(REGION), has(HANDED_OVER), has(ALL), has(REGION));
        staff(DEVICE_VIEW, has(REGION), has(REGION), has(HANDED_OVER), has(ALL), has(REGION));
        staff(EMAIL_CORRECT, has(REGION), NEVER, NEVER, has(ALL), NEVER);
        staff(DEVICE_REMOVE, has(REGION), NEVER, NEVER, has(ALL), NEVER);
        staff(ACCESS_REVIEW, NEVER, NEVER, NEVER, has(ALL), NEVER);
        staff(METER_VIEW, has(REGION), has(REGION), has(HANDED_OVER), has(ALL), has(REGION));
        staff(METER_PHONE, has(REGION), NEVER, NEVER, NEVER, has(REGION));
        staff(METER_RESET, has(REGION), NEVER, has(HANDED_OVER), NEVER, has(REGION));
        staff(METER_DECIDE, NEVER, NEVER, NEVER, NEVER, has(REGION));
        staff(TICKET_HISTORY, has(REGION), has(REGION), has(HANDED_OVER), has(ALL), has(HANDED_OVER));
        staff(TICKET_DESK, has(REGION), NEVER, NEVER, NEVER, has(HANDED_OVER));
        staff(DISPATCH, NEVER, has(REGION), NEVER, NEVER, NEVER);
        staff(FIELD_WORK, NEVER, NEVER, has(HANDED_OVER), NEVER, NEVER);
        staff(ORDER_VIEW, has(REGION), NEVER, has(HANDED_OVER), NEVER, has(REGION));
        staff(ORDER_DESK, has(REGION), NEVER, NEVER, NEVER, NEVER);
        staff(AUTO_TONER_DESK, has(REGION), NEVER, NEVER, has(ALL), NEVER);
        staff(PAYMENT_HISTORY, has(REGION), NEVER, NEVER, NEVER, has(REGION));
        staff(CREDIT_VIEW, has(REGION), NEVER, NEVER, NEVER, has(REGION));
        staff(INVOICE_DESK, NEVER, NEVER, NEVER, NEVER, has(REGION));
        staff(KNOWLEDGE_EDIT, has(REGION), NEVER, NEVER, has(ALL), NEVER);
        staff(PLATFORM_ADMIN, NEVER, NEVER, NEVER, has(ALL), NEVER);
        staff(LIVE_STREAM, has(REGION), has(REGION), has(HANDED_OVER), has(ALL), has(REGION));
    }

    private PermissionMatrix() {}

    public static Permission of(CustomerRole role, Function function) {
        return CUSTOMER.getOrDefault(role, Map.of()).getOrDefault(function, NEVER);
    }

    public static Permission of(StaffRole role, Function function) {
        return STAFF.getOrDefault(role, Map.of()).getOrDefault(function, NEVER);
    }

    /** All that the role can ever hold. */
    public static Set<Function> ceiling(CustomerRole role) {
        return select(CUSTOMER.getOrDefault(role, Map.of()), false);
    }

    /** What the role holds without a grant. */
    public static Set<Function> defaults(CustomerRole role) {
        return select(CUSTOMER.getOrDefault(role, Map.of()), true);
    }

    public static Set<Function> functions(StaffRole role) {
        return select(STAFF.getOrDefault(role, Map.of()), true);
    }

    /** (defaults + granted) − revoked, cut to the ceiling (D-01), with what comes with them. */
    public static Set<Function> effective(CustomerRole role, Set<Function> granted, Set<Function> revoked) {
        var effective = EnumSet.noneOf(Function.class);
        effective.addAll(defaults(role));
        effective.addAll(granted);
        effective.removeAll(revoked);
        effective.retainAll(ceiling(role));
        CUSTOMER.getOrDefault(role, Map.of()).forEach((function, permission) -> {
            var with = permission.with();
            if (with != null && effective.contains(with) && !revoked.contains(function)) {
                effective.add(function);
            } else if (with != null) {
                effective.remove(function);
            }
        });
        return effective;
    }

    private static Set<Function> select(Map<Function, Permission> row, boolean defaultsOnly) {
        return row.entrySet().stream()
                .filter(entry -> defaultsOnly
                        ? entry.getValue().isDefault()
                        : !entry.getValue().isNever())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Function.class)));
    }

    private static Permission has(Scope first, Scope... rest) {
        return new Permission(EnumSet.of(first, rest), Set.of(), Grantor.BY_DEFAULT, null);
    }

    private static Permission mayGetFromAdministrator(Scope scope) {
        return new Permission(Set.of(), Set.of(scope), Grantor.ADMINISTRATOR, null);
    }

    private static Permission mayGetFromWebAdministrator(Scope scope) {
        return new Permission(Set.of(), Set.of(scope), Grantor.WEB_ADMINISTRATOR, null);
    }

    private static Permission comesWith(Function other, Scope scope) {
        return new Permission(Set.of(), Set.of(scope), Grantor.BY_DEFAULT, other);
    }

    private static void customer(Function function, Permission... columns) {
        var column = List.of(columns).iterator();
        for (var role : CustomerRole.values()) {
            CUSTOMER.computeIfAbsent(role, r -> new EnumMap<>(Function.class)).put(function, column.next());
        }
    }

    private static void staff(Function function, Permission... columns) {
        var column = List.of(columns).iterator();
        for (var role : StaffRole.values()) {
            STAFF.computeIfAbsent(role, r -> new EnumMap<>(Function.class)).put(function, column.next());
        }
    }
}
