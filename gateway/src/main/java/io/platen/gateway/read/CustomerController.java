package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.gateway.read.BillingShapes.Order;
import io.platen.gateway.read.Shapes.AccountRef;
import io.platen.gateway.read.Shapes.Contact;
import io.platen.gateway.read.Shapes.Customer;
import io.platen.gateway.read.Shapes.CustomerCard;
import io.platen.gateway.read.Shapes.CustomerPage;
import io.platen.gateway.read.Shapes.DeviceSummary;
import io.platen.gateway.read.Shapes.Timeline;
import io.platen.gateway.read.TicketShapes.TicketRow;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** VIEW-25: the vendor's people find a customer by either number, a name, a serial number or an e-mail address. */
@RestController
class CustomerController {

    private static final Map<String, String> SORTABLE = Map.of(
            "name", "a.name",
            "customerAccountNumber", "a.customer_account_number",
            "systemAccountNumber", "a.system_account_number",
            "country", "a.country");
    private static final String SELECT = "select a.*, (select count(*) from view_device n where n.account_id ="
            + " a.account_id) as devices from view_account a";
    private static final int RECENT = 20;
    private static final int OPEN = 10;

    private final DeviceRows devices;
    private final ReadRows reads;
    private final TimelineRows timelines;
    private final TicketRows tickets;
    private final OrderRows orders;
    private final BillingRows billing;
    private final Clock clock;
    private final JdbcClient jdbc;

    CustomerController(
            DeviceRows devices,
            ReadRows reads,
            TimelineRows timelines,
            TicketRows tickets,
            OrderRows orders,
            BillingRows billing,
            Clock clock,
            JdbcClient jdbc) {
        this.devices = devices;
        this.reads = reads;
        this.timelines = timelines;
        this.tickets = tickets;
        this.orders = orders;
        this.billing = billing;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @GetMapping("/api/customers")
    @RequiresFunction(Function.CUSTOMER_CARD_VIEW)
    CustomerPage search(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE, "a.name, a.account_id");
        var filter = Filter.accounts(caller);
        if (q != null) {
            filter.words(
                    q,
                    "a.name ilike ?",
                    "a.customer_account_number ilike ?",
                    "a.system_account_number ilike ?",
                    "exists (select 1 from view_device s where s.account_id = a.account_id and s.serial_number ilike ?)",
                    "exists (select 1 from view_grant g join view_user u on u.user_id = g.user_id"
                            + " where g.account_id = a.account_id and u.email ilike ?)");
        }
        var mark = Mark.of(response);
        var total = filter.on(jdbc, "select count(*) from view_account a" + filter.where())
                .query(Long.class)
                .single();
        var items = filter.on(jdbc, SELECT + filter.where() + part.sql())
                .query(CustomerController::customer)
                .list();
        return new CustomerPage(items, part.number(), part.size(), total, mark.asOf(), mark.position());
    }

    @GetMapping("/api/customers/{systemAccountNumber}")
    @RequiresFunction(Function.CUSTOMER_CARD_VIEW)
    CustomerCard card(Caller caller, @PathVariable String systemAccountNumber, HttpServletResponse response) {
        var customer = find(caller, systemAccountNumber);
        var account = customer.account();
        var mark = Mark.of(response);
        return new CustomerCard(
                account,
                customer.country(),
                customer.region(),
                summary(account.id()),
                contacts(account.id(), caller),
                caller.has(Function.METER_VIEW) ? reads.ofAccount(account.id(), RECENT) : List.of(),
                timelines.ofAccount(account.id(), caller, RECENT),
                openTickets(caller, customer),
                openOrders(caller, customer),
                Reach.USAGE.stream().anyMatch(caller::has) ? billing.usage(account.id(), month()) : null,
                mark.asOf(),
                mark.position());
    }

    @GetMapping("/api/customers/{systemAccountNumber}/timeline")
    @RequiresFunction(Function.CUSTOMER_CARD_VIEW)
    Timeline timeline(
            Caller caller,
            @PathVariable String systemAccountNumber,
            @RequestParam(required = false) @Nullable Integer size,
            HttpServletResponse response) {
        var part = Page.of(0, size, null, Map.of(), "");
        var customer = find(caller, systemAccountNumber);
        var mark = Mark.of(response);
        return new Timeline(
                timelines.ofAccount(customer.account().id(), caller, part.size()), mark.asOf(), mark.position());
    }

    /** Who sees some of them only, or none, is not told that there are none. */
    private @Nullable List<TicketRow> openTickets(Caller caller, Customer customer) {
        var filter = Filter.tickets(caller).and(TicketRows.OPEN);
        filter.and("t.account_id = " + filter.with(customer.account().id()));
        var open = tickets.list(filter, new Page(0, OPEN, TicketRows.NEWEST_FIRST).sql(), caller);
        return open.isEmpty() && !Reach.staffSeesEveryTicket(caller, customer.region()) ? null : open;
    }

    private @Nullable List<Order> openOrders(Caller caller, Customer customer) {
        var filter = Filter.orders(caller).and(OrderRows.OPEN);
        filter.and("o.account_id = " + filter.with(customer.account().id()));
        var open = orders.list(filter, new Page(0, OPEN, OrderRows.NEWEST_FIRST).sql());
        return open.isEmpty() && !Reach.staffSees(caller, Reach.ORDERS, customer.region()) ? null : open;
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }

    private Customer find(Caller caller, String systemAccountNumber) {
        var filter = Filter.accounts(caller);
        filter.and("a.system_account_number = " + filter.with(systemAccountNumber));
        return filter.on(jdbc, SELECT + filter.where())
                .query(CustomerController::customer)
                .optional()
                .orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
    }

    private DeviceSummary summary(UUID account) {
        return jdbc.sql("""
                        select count(*) as total, count(*) filter (where d.last_communication > ?) as reporting,
                            count(*) filter (where exists (
                                select 1 from view_low_toner l where l.device_id = d.device_id)) as low
                        from view_device d where d.account_id = ?
                        """)
                .params(Timestamp.from(devices.reportingSince()), account)
                .query((rows, n) ->
                        new DeviceSummary(rows.getLong("total"), rows.getLong("reporting"), rows.getLong("low")))
                .single();
    }

    private List<Contact> contacts(UUID account, Caller caller) {
        var withAddress = Reach.staffSeesAddresses(caller);
        return jdbc.sql("""
                        select u.user_id, u.name, u.email, u.language, g.role from view_grant g
                        join view_user u on u.user_id = g.user_id
                        where g.account_id = ? and u.active order by u.name, u.user_id
                        """)
                .param(account)
                .query((rows, n) -> new Contact(
                        rows.getObject("user_id", UUID.class),
                        rows.getString("name") == null ? "" : rows.getString("name"),
                        withAddress ? rows.getString("email") : null,
                        rows.getString("role"),
                        rows.getString("language")))
                .list();
    }

    private static Customer customer(ResultSet rows, int number) throws SQLException {
        return new Customer(
                new AccountRef(
                        rows.getObject("account_id", UUID.class),
                        rows.getString("name"),
                        rows.getString("customer_account_number"),
                        rows.getString("system_account_number")),
                rows.getString("country"),
                rows.getString("region"),
                rows.getLong("devices"));
    }
}
