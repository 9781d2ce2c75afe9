package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.gateway.read.Shapes.Dashboard;
import io.platen.gateway.read.Shapes.Device;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** VIEW-09, VIEW-10: usage and count of the devices assigned to the reader, and what needs him. */
@RestController
class DashboardController {

    private static final int MONTHS = 6;
    private static final int SHOWN = 10;
    /** Until schedules exist, a device whose last read is older than a month is due. */
    private static final int DUE_AFTER_DAYS = 30;

    private static final Set<Function> DASHBOARD = Set.of(Function.DASHBOARD_VIEW);
    private static final Set<Function> SUBMIT = Set.of(Function.METER_SUBMIT);

    private final DeviceRows devices;
    private final UsageRows usage;
    private final TicketRows tickets;
    private final OrderRows orders;
    private final JdbcClient jdbc;
    private final Clock clock;

    DashboardController(
            DeviceRows devices, UsageRows usage, TicketRows tickets, OrderRows orders, JdbcClient jdbc, Clock clock) {
        this.devices = devices;
        this.usage = usage;
        this.tickets = tickets;
        this.orders = orders;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @GetMapping("/api/dashboard")
    @RequiresFunction(Function.DASHBOARD_VIEW)
    Dashboard dashboard(
            Caller caller, @RequestParam(required = false) @Nullable UUID accountId, HttpServletResponse response) {
        var mark = Mark.of(response);
        var mine = filter(caller, DASHBOARD, accountId);
        mine.and(mine.assignedTo(caller.userId().value()));
        var reporting = filter(caller, DASHBOARD, accountId);
        reporting
                .and(reporting.assignedTo(caller.userId().value()))
                .and("d.last_communication > " + reporting.with(Timestamp.from(devices.reportingSince())));
        var low = filter(caller, DASHBOARD, accountId)
                .and("exists (select 1 from view_low_toner l where l.device_id = d.device_id)");
        var due = filter(caller, SUBMIT, accountId);
        var dueBefore = due.with(today().minusDays(DUE_AFTER_DAYS));
        due.and(due.assignedTo(caller.userId().value()))
                .and("not exists (select 1 from view_read v where v.device_id = d.device_id and not v.superseded"
                        + " and v.read_on > " + dueBefore + ")");

        var assigned = mine.on(
                        jdbc,
                        "select d.device_id, 'COLOUR' = any (d.counters) as colour" + DeviceRows.FROM + mine.where())
                .query((rows, n) -> new Assigned(rows.getObject("device_id", UUID.class), rows.getBoolean("colour")))
                .list();
        var points = usage.of(assigned.stream().map(Assigned::id).toList(), today().minusMonths(MONTHS + 1));
        var inColour = assigned.stream().filter(Assigned::colour).count();
        var month = YearMonth.from(today());
        return new Dashboard(
                assigned.size(),
                devices.count(reporting),
                Usage.tile(points, assigned.size(), Usage::blackWhite, month, MONTHS),
                Usage.tile(points, inColour, Usage::colour, month, MONTHS),
                shown(low, "d.serial_number", caller),
                devices.count(low),
                shown(due, "r.read_on nulls first, d.serial_number", caller),
                devices.count(due),
                caller.has(Function.TICKET_USE) ? openTickets(caller, accountId) : null,
                caller.has(Function.ORDER_VIEW) ? openOrders(caller, accountId) : null,
                mark.asOf(),
                mark.position());
    }

    private long openTickets(Caller caller, @Nullable UUID accountId) {
        var filter = Filter.tickets(caller).and(TicketRows.OPEN);
        return tickets.count(accountId == null ? filter : filter.and("t.account_id = " + filter.with(accountId)));
    }

    private long openOrders(Caller caller, @Nullable UUID accountId) {
        var filter = Filter.orders(caller).and(OrderRows.OPEN);
        return orders.count(accountId == null ? filter : filter.and("o.account_id = " + filter.with(accountId)));
    }

    private record Assigned(UUID id, boolean colour) {}

    private List<Device> shown(Filter filter, String order, Caller caller) {
        return devices.list(filter, " order by " + order + " limit " + SHOWN, caller, row -> false);
    }

    private static Filter filter(Caller caller, Set<Function> anyOf, @Nullable UUID accountId) {
        var filter = Filter.devices(caller, anyOf);
        return accountId == null ? filter : filter.and("d.account_id = " + filter.with(accountId));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
