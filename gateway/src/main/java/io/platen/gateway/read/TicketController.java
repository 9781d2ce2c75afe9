package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.gateway.read.TicketShapes.Ticket;
import io.platen.gateway.read.TicketShapes.TicketPage;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** TIC-38 to TIC-42: one and the same ticket for customer, desk, planner and engineer, each within his reach. */
@RestController
class TicketController {

    private static final Map<String, String> SORTABLE = Map.ofEntries(
            Map.entry("reference", "substring(t.reference from 4)::bigint"),
            Map.entry("kind", "t.kind"),
            Map.entry("subject", "t.subject"),
            Map.entry("topic", "t.topic"),
            Map.entry("state", "t.state"),
            Map.entry("priority", "t.priority"),
            Map.entry("answerDue", "t.answer_due"),
            Map.entry("openedAt", "t.opened_at"),
            Map.entry("updatedAt", "t.updated_at"),
            Map.entry("visitFrom", "t.visit_from"),
            Map.entry("accountName", "a.name"),
            Map.entry("serialNumber", "d.serial_number"),
            Map.entry("requesterName", "r.name"));
    /** TIC-41. */
    private static final int CLOSED_DAYS = 30;

    private static final int SEARCHED_MONTHS = 18;
    private static final int ENTRIES = 200;

    private final TicketRows tickets;
    private final TimelineRows timelines;
    private final Clock clock;

    TicketController(TicketRows tickets, TimelineRows timelines, Clock clock) {
        this.tickets = tickets;
        this.timelines = timelines;
        this.clock = clock;
    }

    @GetMapping("/api/tickets")
    @RequiresFunction({Function.TICKET_USE, Function.TICKET_HISTORY})
    @Operation(
            operationId = "listTickets",
            summary = "Tickets in the caller's scope",
            description = "Closed ones are those resolved, closed or cancelled; without a search only of 30 days.")
    TicketPage list(
            Caller caller,
            @Parameter(
                            description = "open where nothing is said",
                            schema = @Schema(allowableValues = {"open", "closed", "all"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID accountId,
            @RequestParam(required = false) @Nullable UUID deviceId,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE, TicketRows.NEWEST_FIRST);
        var filter = Filter.tickets(caller);
        var search = q == null || q.isBlank() ? null : q;
        switch (state == null ? "open" : state) {
            case "open" -> filter.and(TicketRows.OPEN);
            case "closed" ->
                filter.and("not (" + TicketRows.OPEN + ")")
                        .and("t.closed_at is null or t.closed_at > "
                                + filter.with(Timestamp.from(closedSince(search != null))));
            case "all" -> {}
            case String other -> throw Page.invalid("state", other.length() > 100 ? other.substring(0, 100) : other);
        }
        if (accountId != null) {
            filter.and("t.account_id = " + filter.with(accountId));
        }
        if (deviceId != null) {
            filter.and("t.device_id = " + filter.with(deviceId));
        }
        if (search != null) {
            filter.words(search, TicketRows.SEARCHED);
        }
        var mark = Mark.of(response);
        return new TicketPage(
                tickets.list(filter, part.sql(), caller),
                part.number(),
                part.size(),
                tickets.count(filter),
                mark.asOf(),
                mark.position());
    }

    private Instant closedSince(boolean searched) {
        var now = clock.instant().atZone(ZoneOffset.UTC);
        return (searched ? now.minusMonths(SEARCHED_MONTHS) : now.minusDays(CLOSED_DAYS)).toInstant();
    }

    @GetMapping("/api/tickets/{reference}")
    @RequiresFunction({Function.TICKET_USE, Function.TICKET_HISTORY})
    @Operation(operationId = "getTicket", summary = "A ticket with its conversation and what may be done next")
    Ticket one(Caller caller, @PathVariable String reference) {
        var filter = Filter.tickets(caller);
        filter.and("t.reference = " + filter.with(reference));
        var ticket = tickets.known(filter, "", caller).stream()
                .findFirst()
                .orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
        return new Ticket(
                ticket.row(),
                ticket.description(),
                tickets.comments(List.of(reference), caller).getOrDefault(reference, List.of()),
                timelines.ofTicket(reference, caller, ENTRIES),
                AllowedSteps.of(caller, ticket));
    }
}
