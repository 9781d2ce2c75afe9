package io.platen.platform.security;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sends the request, as the token says. Controllers take it as a parameter.
 *
 * @param subject the user id, or the client id of an agent
 * @param language en, nl or pt
 * @param grants one per account of a customer user
 * @param staff for people of the vendor
 * @param agentAccount for a device agent, whose devices it reports
 */
public record Caller(
        Kind kind,
        String subject,
        String name,
        String language,
        List<Grant> grants,
        @Nullable Staff staff,
        @Nullable AccountId agentAccount) {

    /** What sort of caller. */
    public enum Kind {
        CUSTOMER,
        STAFF,
        AGENT
    }

    /** The one role on an account and the functions in effect. */
    public record Grant(AccountId account, CustomerRole role, Set<Function> functions) {
        public Grant {
            functions = Set.copyOf(functions);
        }
    }

    /** The vendor's side; no region means all. */
    public record Staff(StaffRole role, Set<String> regions, Set<Function> functions) {
        public Staff {
            regions = Set.copyOf(regions);
            functions = Set.copyOf(functions);
        }

        public boolean covers(String region) {
            return regions.isEmpty() || regions.contains(region);
        }
    }

    public Caller {
        grants = List.copyOf(grants);
    }

    /** On whatever account. */
    public boolean has(Function function) {
        return functions().contains(function);
    }

    /** On that account; for staff and agents see {@code Access}, which knows regions. */
    public boolean has(Function function, AccountId account) {
        return grant(account)
                        .filter(grant -> grant.functions().contains(function))
                        .isPresent()
                || (staff != null && staff.functions().contains(function))
                || (function == Function.AGENT_REPORT && account.equals(agentAccount));
    }

    /** All functions of all grants. */
    public Set<Function> functions() {
        var all = EnumSet.noneOf(Function.class);
        grants.forEach(grant -> all.addAll(grant.functions()));
        if (staff != null) {
            all.addAll(staff.functions());
        }
        if (kind == Kind.AGENT) {
            all.add(Function.AGENT_REPORT);
        }
        return all;
    }

    /** @throws IllegalStateException for an agent, which is no person */
    public UserId userId() {
        if (kind == Kind.AGENT) {
            throw new IllegalStateException("An agent is no user");
        }
        return UserId.of(subject);
    }

    public Optional<Grant> grant(AccountId account) {
        return grants.stream().filter(grant -> grant.account().equals(account)).findFirst();
    }

    public boolean isStaff() {
        return kind == Kind.STAFF;
    }
}
