package io.platen.ticket.open;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.platform.access.Access;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.ticket.TicketProblem;
import io.platen.ticket.directory.Customers;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds whose ticket it will be: of the device's account, else of the one that is named, else of the only one of the
 * requester. Nothing of it is remembered under a key, because what is not known yet may be on its way.
 */
@Component
class Origins {

    private final Access access;
    private final Customers customers;

    Origins(Access access, Customers customers) {
        this.access = access;
        this.customers = customers;
    }

    /** @throws Rejected where the caller may not, or it cannot be told */
    Origin of(Caller caller, OpenTicketRequest body) {
        access.requireActive(caller);
        var desk = caller.isStaff();
        if (!desk && body.onBehalfOf() != null) {
            throw Rejected.of(CommonProblem.FORBIDDEN);
        }
        var requester = body.onBehalfOf() == null ? caller.userId() : body.onBehalfOf();
        var account = desk ? accountForDesk(caller, body) : accountOfCustomer(caller, body);
        if (body.onBehalfOf() != null && !customers.accountsOf(requester).contains(account)) {
            throw Rejected.of(TicketProblem.USER_NOT_ON_ACCOUNT)
                    .field("onBehalfOf", TicketProblem.USER_NOT_ON_ACCOUNT, Map.of());
        }
        var region = access.region(account).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
        return new Origin(account, region, requester, channel(desk, body.channel()));
    }

    private AccountId accountOfCustomer(Caller caller, OpenTicketRequest body) {
        if (body.deviceId() != null) {
            return accountOfDevice(caller, Function.TICKET_USE, body);
        }
        var mine = caller.grants().stream()
                .filter(grant -> grant.functions().contains(Function.TICKET_USE))
                .map(Caller.Grant::account)
                .collect(Collectors.toSet());
        var named = body.accountId();
        if (named == null) {
            return only(mine);
        }
        if (!mine.contains(named)) {
            throw Rejected.of(caller.grant(named).isPresent() ? CommonProblem.FORBIDDEN : CommonProblem.NOT_FOUND);
        }
        return named;
    }

    private AccountId accountForDesk(Caller caller, OpenTicketRequest body) {
        if (body.deviceId() != null) {
            return accountOfDevice(caller, Function.TICKET_DESK, body);
        }
        var account = body.accountId() == null ? only(accountsOf(body.onBehalfOf())) : body.accountId();
        access.requireAccount(caller, Function.TICKET_DESK, account);
        return account;
    }

    private Set<AccountId> accountsOf(@Nullable UserId requester) {
        if (requester == null) {
            return Set.of();
        }
        var accounts = customers.accountsOf(requester);
        if (accounts.isEmpty()) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
        return accounts;
    }

    private AccountId accountOfDevice(Caller caller, Function function, OpenTicketRequest body) {
        var device = java.util.Objects.requireNonNull(body.deviceId());
        var account = access.requireDevice(caller, function, device).accountId();
        if (account == null) {
            throw invalid("deviceId", FieldProblem.INVALID_VALUE);
        }
        if (body.accountId() != null && !body.accountId().equals(account)) {
            throw invalid("accountId", FieldProblem.INVALID_VALUE);
        }
        return account;
    }

    private static AccountId only(Set<AccountId> accounts) {
        if (accounts.size() != 1) {
            throw invalid("accountId", FieldProblem.REQUIRED);
        }
        return accounts.iterator().next();
    }

    private static TicketChannel channel(boolean desk, @Nullable TicketChannel named) {
        if (named == null) {
            return desk ? TicketChannel.PHONE : TicketChannel.PORTAL;
        }
        if (desk == (named == TicketChannel.PORTAL)) {
            throw invalid("channel", FieldProblem.INVALID_VALUE);
        }
        return named;
    }

    private static Rejected invalid(String field, FieldProblem problem) {
        return Rejected.of(CommonProblem.VALIDATION_FAILED).field(field, problem, Map.of());
    }
}
