package io.platen.ticket.reach;

import io.platen.contracts.access.Function;
import io.platen.contracts.access.PermissionMatrix;
import io.platen.contracts.access.Scope;
import io.platen.contracts.id.TicketReference;
import io.platen.platform.access.Access;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.ticket.directory.KnownTicket;
import io.platen.ticket.directory.Tickets;
import io.platen.ticket.directory.Tickets.Found;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which tickets a function of the caller reaches (TIC-42). Handed over is a ticket to the engineer who was sent and to the
 * specialist who looks after it. What the caller may not see is not found; what he may see but not do is forbidden.
 */
@Component
public class TicketReach {

    /** @param by the first of the functions asked for that reaches the ticket */
    public record Reached(KnownTicket ticket, Function by) {}

    private final Access access;
    private final Tickets tickets;

    TicketReach(Access access, Tickets tickets) {
        this.access = access;
        this.tickets = tickets;
    }

    /** @throws Rejected NOT_FOUND or FORBIDDEN */
    public Reached require(Caller caller, String reference, Function... functions) {
        var found = find(caller, reference);
        for (var function : functions) {
            if (reaches(caller, function, found)) {
                return new Reached(found.ticket(), function);
            }
        }
        throw refusal(caller, found);
    }

    /**
     * As a customer only where it is his own or he administers the account.
     *
     * @throws Rejected NOT_FOUND or FORBIDDEN
     */
    public KnownTicket requireOwnOr(Function function, Caller caller, String reference) {
        var found = find(caller, reference);
        var ticket = found.ticket();
        var own = scopes(caller, Function.TICKET_USE, ticket).contains(Scope.ACCOUNT) || isRequester(caller, ticket);
        if ((own && reaches(caller, Function.TICKET_USE, found)) || reaches(caller, function, found)) {
            return ticket;
        }
        throw refusal(caller, found);
    }

    private Found find(Caller caller, String reference) {
        access.requireActive(caller);
        var scope = access.devices(caller, Function.TICKET_USE, Tickets.DEVICE, Tickets.ACCOUNT, Tickets.REGION);
        return tickets.find(referenceOf(reference), scope).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
    }

    private static Rejected refusal(Caller caller, Found found) {
        var seen = reaches(caller, Function.TICKET_USE, found) || reaches(caller, Function.TICKET_HISTORY, found);
        return Rejected.of(seen ? CommonProblem.FORBIDDEN : CommonProblem.NOT_FOUND);
    }

    private static boolean reaches(Caller caller, Function function, Found found) {
        var ticket = found.ticket();
        var scopes = scopes(caller, function, ticket);
        var staff = caller.staff();
        if (staff != null) {
            return scopes.contains(Scope.ALL)
                    || (scopes.contains(Scope.REGION) && staff.covers(ticket.region()))
                    || (scopes.contains(Scope.HANDED_OVER) && isHandedOver(caller, function, ticket));
        }
        return !scopes.isEmpty() && (found.inScope() || (scopes.contains(Scope.OWN) && isRequester(caller, ticket)));
    }

    private static boolean isHandedOver(Caller caller, Function function, KnownTicket ticket) {
        var sent = caller.userId().equals(ticket.engineer());
        var looksAfter = caller.userId().equals(ticket.specialist());
        return switch (function) {
            case FIELD_WORK -> sent;
            case TICKET_DESK -> looksAfter;
            default -> sent || looksAfter;
        };
    }

    private static boolean isRequester(Caller caller, KnownTicket ticket) {
        return caller.userId().equals(ticket.requester());
    }

    /** Empty where the caller does not hold the function there. */
    private static Set<Scope> scopes(Caller caller, Function function, KnownTicket ticket) {
        var staff = caller.staff();
        if (staff != null) {
            return staff.functions().contains(function)
                    ? PermissionMatrix.of(staff.role(), function).scopes()
                    : Set.of();
        }
        return caller.grant(ticket.accountId())
                .filter(grant -> grant.functions().contains(function))
                .map(grant -> PermissionMatrix.of(grant.role(), function).scopes())
                .orElse(Set.of());
    }

    private static TicketReference referenceOf(String text) {
        try {
            return new TicketReference(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
    }
}
