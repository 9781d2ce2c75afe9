package io.platen.gateway.read;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.Scope;
import io.platen.contracts.access.StaffRole;
import io.platen.platform.security.Caller;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a function reaches for a caller: the matrix's letter, cut to what the caller's token grants. */
public final class Reach {

    /** What the customer's history of reads and the vendor's are called in the matrix. */
    public static final Set<Function> METER_HISTORY = Set.of(Function.METER_SUBMIT, Function.METER_VIEW);

    public static final Set<Function> DEVICES = Set.of(Function.DEVICE_VIEW);
    /** Customers ask for corrections of their own devices, billing clerks decide. */
    public static final Set<Function> CORRECTIONS = Set.of(Function.METER_CORRECT, Function.METER_DECIDE);

    public static final Set<Function> INVESTIGATIONS = Set.of(Function.METER_PHONE, Function.METER_VIEW);

    /** Of devices that are to come on an account. */
    public static final Set<Function> REQUESTS = Set.of(Function.DEVICE_BROWSE_ACCOUNT, Function.ACCESS_REVIEW);

    /** Who answers for the machines of an account: its Administrator, and those of the vendor who may take one off it. */
    public static final Set<Function> AGENTS = Set.of(Function.DEVICE_ASSIGN_OTHERS, Function.DEVICE_REMOVE);

    public static final Set<Function> CARDS = Set.of(Function.CUSTOMER_CARD_VIEW);

    /** Customers have the first, people of the vendor the others. */
    public static final Set<Function> TICKETS = Set.of(
            Function.TICKET_USE, Function.TICKET_HISTORY, Function.TICKET_DESK, Function.DISPATCH, Function.FIELD_WORK);

    public static final Set<Function> ORDERS = Set.of(Function.ORDER_VIEW, Function.ORDER_DESK);
    public static final Set<Function> CONTRACTS = Set.of(Function.BILLING_REPORT_VIEW, Function.INVOICE_DESK);
    public static final Set<Function> USAGE =
            Set.of(Function.BILLING_REPORT_VIEW, Function.INVOICE_DESK, Function.PAYMENT_HISTORY);
    public static final Set<Function> INVOICES =
            Set.of(Function.INVOICE_VIEW, Function.INVOICE_DESK, Function.PAYMENT_HISTORY);

    private Reach() {}

    /** Whether a person of the vendor sees an account of this region; an unknown region is seen by those for all. */
    public static boolean staffSees(Caller caller, Set<Function> anyOf, @Nullable String region) {
        var staff = caller.staff();
        if (staff == null) {
            return false;
        }
        for (var function : anyOf) {
            if (!staff.functions().contains(function)) {
                continue;
            }
            var scopes = PermissionMatrix.of(staff.role(), function).scopes();
            if (scopes.contains(Scope.ALL)) {
                return true;
            }
            if (scopes.contains(Scope.REGION)
                    && (staff.regions().isEmpty()
                            || (region != null && staff.regions().contains(region)))) {
                return true;
            }
        }
        return false;
    }

    /** A planner is shown incidents alone, others of the vendor at times what is handed over to them alone. */
    static boolean staffSeesEveryTicket(Caller caller, @Nullable String region) {
        var staff = caller.staff();
        return staff != null && staff.role() != StaffRole.DISPATCH_PLANNER && staffSees(caller, TICKETS, region);
    }

    /** Whether a person of the vendor may use the function on a thing of this region, or on one that is handed over to him. */
    static boolean staffReaches(Caller caller, Function function, String region, boolean handedOver) {
        return staffSees(caller, Set.of(function), region) || (handedOver && isHandedOver(caller, Set.of(function)));
    }

    /** Whether a person of the vendor sees with one of the functions what is handed over to him. */
    public static boolean isHandedOver(Caller caller, Set<Function> anyOf) {
        var staff = caller.staff();
        return staff != null
                && anyOf.stream()
                        .anyMatch(function -> staff.functions().contains(function)
                                && PermissionMatrix.of(staff.role(), function)
                                        .scopes()
                                        .contains(Scope.HANDED_OVER));
    }

    /** A planner and an engineer need to know whom to ask for, not where to write to. */
    static boolean staffSeesAddresses(Caller caller) {
        var staff = caller.staff();
        return staff != null
                && staff.role() != StaffRole.DISPATCH_PLANNER
                && staff.role() != StaffRole.SERVICE_ENGINEER;
    }

    /** Whether all of the account's devices are seen. */
    public static boolean seesAccount(Caller caller, Set<Function> anyOf, UUID account) {
        return grantReaches(caller, anyOf, account, Set.of(Scope.ACCOUNT));
    }

    /** Whether the account's devices are seen that are assigned to the caller. */
    public static boolean seesAssigned(Caller caller, Set<Function> anyOf, UUID account) {
        return grantReaches(caller, anyOf, account, Set.of(Scope.ASSIGNED_DEVICES, Scope.REPLENISHED_DEVICES));
    }

    /** Whether what the caller asked for himself is seen. */
    public static boolean seesOwn(Caller caller, Set<Function> anyOf, UUID account) {
        return grantReaches(caller, anyOf, account, Set.of(Scope.OWN));
    }

    private static boolean grantReaches(Caller caller, Set<Function> anyOf, UUID account, Set<Scope> wanted) {
        for (var grant : caller.grants()) {
            if (grant.account().value().equals(account)) {
                for (var function : anyOf) {
                    if (grant.functions().contains(function) && reaches(grant.role(), function, wanted)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean reaches(CustomerRole role, Function function, Set<Scope> wanted) {
        return PermissionMatrix.of(role, function).scopes().stream().anyMatch(wanted::contains);
    }
}
