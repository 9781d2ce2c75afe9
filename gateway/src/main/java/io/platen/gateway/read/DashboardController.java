package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.gateway.read.Shapes.Dashboard;
import io.platen.gateway.read.Shapes.Device;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import jakarta.servlet.http.HttpServletResponse;
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

    private static final Set<Function> DASHBOARD = Set.of(Function.DASHBOARD_VIEW);

    private final DeviceRows devices;
    private final UsageRows usage;
    private final UptimeRows uptime;
    private final TicketRows tickets;
    private final OrderRows orders;
    private final JdbcClient jdbc;
    private final Clock clock;

    DashboardController(
            DeviceRows devices,
            UsageRows usage,
            UptimeRows uptime,
            TicketRows tickets,
            OrderRows orders,
            JdbcClient jdbc,
            Clock clock) {
        this.devices = devices;
        this.usage = usage;
        this.uptime = uptime;
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
                .and(devices.monitoring(reporting) + " = 'REPORTING'");
        var low = filter(caller, DASHBOARD, accountId)
                .and("exists (select 1 from view_low_toner l where l.device_id = d.device_id)");
        var due = MeterRows.due(caller, accountId);
        var counted = mine.on(
                        jdbc,
                        "select count(*) as devices, count(*) filter (where 'COLOUR' = any (d.counters)) as in_colour"
                                + DeviceRows.FROM + mine.where())
                .query((rows, n) -> new Assigned(rows.getLong("devices"), rows.getLong("in_colour")))
                .single();
        var month = YearMonth.from(today());
        var points = usage.of(mine, month.minusMonths(MONTHS).atDay(1));
        return new Dashboard(
                counted.devices(),
                devices.count(reporting),
                Usage.tile(points, counted.devices(), Usage::blackWhite, month, MONTHS),
                Usage.tile(points, counted.inColour(), Usage::colour, month, MONTHS),
                Uptime.tile(uptime.of(mine, clock.instant()), clock.instant()),
                shown(low, "d.serial_number", caller),
                devices.count(low),
                shown(due, MeterRows.MOST_URGENT_FIRST, caller),
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

    private record Assigned(long devices, long inColour) {}

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
