package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.gateway.read.TicketShapes.Board;
import io.platen.gateway.read.TicketShapes.BoardEngineer;
import io.platen.gateway.read.TicketShapes.StaffPerson;
import io.platen.gateway.read.TicketShapes.Visit;
import io.platen.gateway.read.TicketShapes.WorklistVisit;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** VIEW-18 and VIEW-19: the planner's board and the engineer's worklist, made of the same tickets. */
@RestController
class PlanningController {

    private static final Duration SHOWN = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(62);
    private static final int MOST_VISITS = 2_000;
    private static final int MOST_UNPLANNED = 200;
    /** Nobody sends an engineer far into the past or the future; PostgreSQL knows fewer years than Java. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final List<String> UNPLANNED =
            AllowedSteps.UNPLANNED.stream().map(Enum::name).toList();

    private final TicketRows tickets;
    private final StaffRows staff;
    private final Clock clock;

    PlanningController(TicketRows tickets, StaffRows staff, Clock clock) {
        this.tickets = tickets;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping("/api/board")
    @RequiresFunction(Function.DISPATCH)
    @Operation(operationId = "getBoard", summary = "Engineers with their visits, and the incidents that wait for one")
    Board board(
            Caller caller,
            @Parameter(description = "The beginning of today where nothing is said")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "Seven days later where nothing is said, at most 62")
                    @RequestParam(required = false)
                    @Nullable
                    Instant until) {
        var start = from == null ? clock.instant().truncatedTo(ChronoUnit.DAYS) : from;
        if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
            throw Page.invalid("from", start);
        }
        var end = until == null ? start.plus(SHOWN) : until;
        if (!end.isAfter(start) || end.isAfter(start.plus(LONGEST))) {
            throw Page.invalid("until", end);
        }
        return new Board(engineers(caller, start, end), unplanned(caller), start, end);
    }

    private List<BoardEngineer> engineers(Caller caller, Instant from, Instant until) {
        var filter = Filter.tickets(caller);
        filter.and("t.visit_from < " + filter.with(Timestamp.from(until)))
                .and("t.visit_until > " + filter.with(Timestamp.from(from)))
                .and("t.state in ('DISPATCHED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED')");
        var visits = new LinkedHashMap<UUID, List<Visit>>();
        for (var ticket : tickets.known(filter, " order by t.visit_from, t.reference limit " + MOST_VISITS, caller)) {
            var visit = visit(ticket);
            var engineer = ticket.engineer();
            if (visit != null && engineer != null) {
                visits.computeIfAbsent(engineer, id -> new ArrayList<>()).add(visit);
            }
        }
        var people = new ArrayList<>(staff.of(StaffRole.SERVICE_ENGINEER, caller));
        people.addAll(elsewhere(visits, people));
        return people.stream()
                .map(person -> new BoardEngineer(
                        person.userId(),
                        person.name(),
                        person.regions(),
                        visits.getOrDefault(person.userId(), List.of())))
                .toList();
    }

    /** A visit is shown whoever makes it: its engineer may have moved, or be known by his visit only. */
    private List<StaffPerson> elsewhere(Map<UUID, List<Visit>> visits, List<StaffPerson> shown) {
        var missing = new ArrayList<>(visits.keySet());
        shown.forEach(person -> missing.remove(person.userId()));
        var found = new ArrayList<>(staff.named(missing));
        found.forEach(person -> missing.remove(person.userId()));
        missing.forEach(id -> found.add(new StaffPerson(id, "", List.of())));
        return found;
    }

    private static @Nullable Visit visit(TicketRows.Known ticket) {
        var row = ticket.row();
        var from = row.visitFrom();
        var until = row.visitUntil();
        var location = row.location();
        return from == null || until == null
                ? null
                : new Visit(
                        row.reference(),
                        row.subject(),
                        from,
                        until,
                        row.state(),
                        location == null ? null : location.city(),
                        row.priority());
    }

    private List<TicketShapes.TicketRow> unplanned(Caller caller) {
        var filter = Filter.tickets(caller);
        filter.and("t.kind = 'INCIDENT'").and("t.state in (" + filter.with(UNPLANNED) + ")");
        return tickets.list(
                filter, " order by t.answer_due nulls last, t.opened_at, t.reference limit " + MOST_UNPLANNED, caller);
    }

    @GetMapping("/api/worklist")
    @RequiresFunction(Function.FIELD_WORK)
    @Operation(operationId = "getWorklist", summary = "The caller's own visits, the next one first")
    List<WorklistVisit> worklist(Caller caller) {
        var filter = Filter.tickets(caller);
        filter.and("t.engineer_id = " + filter.with(caller.userId().value()))
                .and("t.state in ('DISPATCHED', 'IN_PROGRESS')");
        var mine = tickets.known(filter, " order by t.visit_from, t.reference limit " + MOST_VISITS, caller);
        var references = mine.stream().map(ticket -> ticket.row().reference()).toList();
        var comments = tickets.comments(references, caller);
        var reads = tickets.lastReads(references);
        return mine.stream()
                .map(ticket -> new WorklistVisit(
                        ticket.row(),
                        ticket.row().requesterName(),
                        ticket.description(),
                        reads.getOrDefault(ticket.row().reference(), List.of()),
                        comments.getOrDefault(ticket.row().reference(), List.of())))
                .toList();
    }

    @GetMapping("/api/staff")
    @RequiresFunction({Function.DISPATCH, Function.TICKET_DESK})
    @Operation(operationId = "listStaff", summary = "Whom a ticket can be given to in the caller's regions")
    List<StaffPerson> staff(
            Caller caller,
            @Parameter(schema = @Schema(allowableValues = {"SERVICE_ENGINEER", "CONTACT_CENTRE"})) @RequestParam
                    String role) {
        return switch (role) {
            case "SERVICE_ENGINEER" -> staff.of(StaffRole.SERVICE_ENGINEER, caller);
            case "CONTACT_CENTRE" -> staff.of(StaffRole.CONTACT_CENTRE, caller);
            default -> throw Page.invalid("role", role.length() > 100 ? role.substring(0, 100) : role);
        };
    }
}
