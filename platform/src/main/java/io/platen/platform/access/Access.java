package io.platen.platform.access;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.Scope;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far a function of the caller reaches. What the caller may not even see is not found (404); what may be seen but not
 * done is forbidden (403).
 *
 * <p>Devices in replenishment are taken to be the assigned ones, until supplies tell which they are. A device is handed over
 * to the engineer who was sent to it.
 */
public class Access {

    private static final Set<Function> SEEING = Set.of(Function.DEVICE_VIEW, Function.DEVICE_BROWSE_ACCOUNT);

    private static final String HANDED_OVER = """
            exists (select from access_ticket t
                    where t.device_id = %s and t.engineer = %s and t.engineer_sequence > t.done_sequence)""";

    private final JdbcClient jdbc;

    Access(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Rejected NOT_FOUND or FORBIDDEN */
    public AccessibleDevice requireDevice(Caller caller, Function function, DeviceId device) {
        var known = find(caller, device).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
        var now = asHeIsNow(caller);
        if (reaches(now, function, known)) {
            return known.device();
        }
        throw Rejected.of(canSee(now, known) ? CommonProblem.FORBIDDEN : CommonProblem.NOT_FOUND);
    }

    /** @throws Rejected NOT_FOUND or FORBIDDEN */
    public void requireAccount(Caller caller, Function function, AccountId account) {
        requireActive(caller);
        var scopes = scopes(asHeIsNow(caller), function, account);
        var mine = caller.grant(account).isPresent() || account.equals(caller.agentAccount());
        if (mine) {
            if (!scopes.contains(Scope.ACCOUNT)) {
                throw Rejected.of(CommonProblem.FORBIDDEN);
            }
            return;
        }
        var region = region(account);
        var staff = caller.staff();
        if (region.isEmpty() || staff == null) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
        if (scopes.contains(Scope.ALL) || (scopes.contains(Scope.REGION) && staff.covers(region.get()))) {
            return;
        }
        var seeing =
                PermissionMatrix.of(staff.role(), Function.CUSTOMER_CARD_VIEW).scopes();
        var visible = seeing.contains(Scope.ALL) || (seeing.contains(Scope.REGION) && staff.covers(region.get()));
        throw Rejected.of(visible ? CommonProblem.FORBIDDEN : CommonProblem.NOT_FOUND);
    }

    public boolean canSee(Caller caller, DeviceId device) {
        var now = asHeIsNow(caller);
        return find(caller, device).filter(known -> canSee(now, known)).isPresent();
    }

    /**
     * The devices that a function reaches, as a condition over columns of the caller's query.
     *
     * @param deviceColumn the device id, for example {@code d.device_id}
     * @param accountColumn the account id
     * @param regionColumn the service region of the account
     */
    public DeviceScope devices(
            Caller caller, Function function, String deviceColumn, String accountColumn, String regionColumn) {
        var params = new HashMap<String, Object>();
        var alternatives = new ArrayList<String>();
        var staff = caller.staff();
        if (staff != null) {
            var scopes = scopes(caller, function, null);
            if (scopes.contains(Scope.ALL)
                    || (scopes.contains(Scope.REGION) && staff.regions().isEmpty())) {
                alternatives.add("true");
            } else if (scopes.contains(Scope.REGION)) {
                alternatives.add(regionColumn + " in (:scope_regions)");
                params.put("scope_regions", staff.regions());
            } else if (scopes.contains(Scope.HANDED_OVER)) {
                alternatives.add(HANDED_OVER.formatted(deviceColumn, ":scope_engineer"));
                params.put("scope_engineer", caller.userId().value());
            }
        }
        var whole = new HashSet<UUID>();
        var assigned = new HashSet<UUID>();
        var now = asHeIsNow(caller);
        for (var grant : now.grants()) {
            var scopes = scopes(now, function, grant.account());
            if (scopes.contains(Scope.ACCOUNT)) {
                whole.add(grant.account().value());
            } else if (needsAssignment(scopes)) {
                assigned.add(grant.account().value());
            }
        }
        var agentAccount = caller.agentAccount();
        if (agentAccount != null && function == Function.AGENT_REPORT) {
            whole.add(agentAccount.value());
        }
        if (!whole.isEmpty()) {
            alternatives.add(accountColumn + " in (:scope_accounts)");
            params.put("scope_accounts", whole);
        }
        if (!assigned.isEmpty()) {
            alternatives.add("(" + accountColumn + " in (:scope_assigned_accounts) and exists (select from"
                    + " access_assignment scope where scope.device_id = " + deviceColumn
                    + " and scope.account_id = " + accountColumn
                    + " and scope.user_id = :scope_user and scope.assigned))");
            params.put("scope_assigned_accounts", assigned);
            params.put("scope_user", caller.userId().value());
        }
        return new DeviceScope(
                alternatives.isEmpty() ? "false" : "(" + String.join(" or ", alternatives) + ")", Map.copyOf(params));
    }

    /** The service region of an account, as far as identity has told. */
    public Optional<String> region(AccountId account) {
        return jdbc.sql("select region from access_account where account_id = :account")
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    /** @throws Rejected NOT_SIGNED_IN when the user has been deactivated since the token was issued */
    public void requireActive(Caller caller) {
        if (caller.kind() == Caller.Kind.AGENT) {
            return;
        }
        var deactivated = jdbc.sql("select exists (select from access_user where user_id = :user and deactivated)")
                .param("user", caller.userId().value())
                .query(Boolean.class)
                .single();
        if (deactivated) {
            throw Rejected.of(CommonProblem.NOT_SIGNED_IN);
        }
    }

    private record Right(AccountId account, CustomerRole role, Set<String> functions) {}

    /**
     * Less than the token says where identity has told of a change since: another role, or fewer functions. More needs a
     * new token.
     */
    private Caller asHeIsNow(Caller caller) {
        if (caller.kind() != Caller.Kind.CUSTOMER || caller.grants().isEmpty()) {
            return caller;
        }
        var rights = jdbc.sql("select account_id, role, functions from access_right where user_id = :user")
                .param("user", caller.userId().value())
                .query((row, number) -> new Right(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        CustomerRole.valueOf(row.getString("role")),
                        Set.of((String[]) row.getArray("functions").getArray())))
                .list();
        var grants = caller.grants().stream().map(grant -> cut(grant, rights)).toList();
        return new Caller(
                caller.kind(), caller.subject(), caller.name(), caller.language(), grants, null, caller.agentAccount());
    }

    private static Caller.Grant cut(Caller.Grant said, List<Right> rights) {
        return rights.stream()
                .filter(right -> right.account().equals(said.account()))
                .findFirst()
                .map(right -> new Caller.Grant(
                        said.account(),
                        right.role(),
                        said.functions().stream()
                                .filter(function -> right.functions().contains(function.name()))
                                .collect(Collectors.toSet())))
                .orElse(said);
    }

    private record Known(AccessibleDevice device, boolean assigned, boolean handedOver) {}

    private Optional<Known> find(Caller caller, DeviceId device) {
        var found = jdbc.sql("""
                        select d.account_id, coalesce(a.region, '') as region,
                               exists (select from access_user u
                                       where u.user_id = cast(:user as uuid) and u.deactivated) as deactivated,
                               exists (select from access_assignment s
                                       where s.device_id = d.device_id and s.account_id = d.account_id
                                         and s.user_id = cast(:user as uuid) and s.assigned) as assigned,
                               %s as handed_over
                        from access_device d left join access_account a using (account_id)
                        where d.device_id = :device
                        """.formatted(HANDED_OVER.formatted("d.device_id", "cast(:user as uuid)")))
                .param("device", device.value())
                .param(
                        "user",
                        caller.kind() == Caller.Kind.AGENT
                                ? null
                                : caller.userId().value())
                .query((row, number) -> {
                    if (row.getBoolean("deactivated")) {
                        throw Rejected.of(CommonProblem.NOT_SIGNED_IN);
                    }
                    var account = row.getObject("account_id", UUID.class);
                    return new Known(
                            new AccessibleDevice(
                                    device, account == null ? null : new AccountId(account), row.getString("region")),
                            row.getBoolean("assigned"),
                            row.getBoolean("handed_over"));
                })
                .optional();
        if (found.isEmpty()) {
            requireActive(caller);
        }
        return found;
    }

    private static boolean canSee(Caller caller, Known known) {
        return SEEING.stream().anyMatch(function -> reaches(caller, function, known))
                || (caller.kind() == Caller.Kind.AGENT && reaches(caller, Function.AGENT_REPORT, known));
    }

    private static boolean reaches(Caller caller, Function function, Known known) {
        var account = known.device().accountId();
        var scopes = scopes(caller, function, account);
        var staff = caller.staff();
        if (staff != null) {
            return scopes.contains(Scope.ALL)
                    || (scopes.contains(Scope.REGION)
                            && staff.covers(known.device().region()))
                    || (scopes.contains(Scope.HANDED_OVER) && known.handedOver());
        }
        return account != null && (scopes.contains(Scope.ACCOUNT) || (needsAssignment(scopes) && known.assigned()));
    }

    /** Empty where the caller does not hold the function there. */
    private static Set<Scope> scopes(Caller caller, Function function, @Nullable AccountId account) {
        var staff = caller.staff();
        if (staff != null) {
            return staff.functions().contains(function)
                    ? PermissionMatrix.of(staff.role(), function).scopes()
                    : Set.of();
        }
        if (account == null) {
            return Set.of();
        }
        if (caller.kind() == Caller.Kind.AGENT) {
            return caller.has(function, account) ? Set.of(Scope.ACCOUNT) : Set.of();
        }
        return caller.grant(account)
                .filter(grant -> grant.functions().contains(function))
                .map(grant -> PermissionMatrix.of(grant.role(), function).scopes())
                .orElse(Set.of());
    }

    private static boolean needsAssignment(Set<Scope> scopes) {
        return scopes.contains(Scope.ASSIGNED_DEVICES) || scopes.contains(Scope.REPLENISHED_DEVICES);
    }
}
