package io.platen.gateway.read;

import io.platen.contracts.billing.Amount;
import io.platen.contracts.billing.MeterCycle;
import io.platen.contracts.billing.UsageLine;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.gateway.read.BillingShapes.Contract;
import io.platen.gateway.read.BillingShapes.ContractDevice;
import io.platen.gateway.read.BillingShapes.CounterUsage;
import io.platen.gateway.read.BillingShapes.CoveringContract;
import io.platen.gateway.read.BillingShapes.InvoiceLine;
import io.platen.gateway.read.BillingShapes.InvoiceRow;
import io.platen.gateway.read.BillingShapes.MonthlyUsage;
import io.platen.gateway.read.BillingShapes.Rates;
import io.platen.gateway.read.MeterShapes.LastUsage;
import io.platen.gateway.read.MeterShapes.LastUsageLine;
import io.platen.gateway.read.Shapes.Counters;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contracts, invoices and what reads have cost since. */
@Repository
class BillingRows {

    static final String[] SEARCHED_CONTRACTS = {
        "c.number ilike ?",
        "a.name ilike ?",
        "a.customer_account_number ilike ?",
        "a.system_account_number ilike ?",
        "exists (select 1 from view_device d where d.device_id = any (c.devices) and d.serial_number ilike ?)"
    };
    static final String[] SEARCHED_INVOICES = {
        "i.number ilike ?",
        "c.number ilike ?",
        "a.name ilike ?",
        "a.customer_account_number ilike ?",
        "a.system_account_number ilike ?",
        "i.issued_on::text ilike ?",
        "exists (select 1 from view_invoice_line l join view_device d on d.device_id = l.device_id"
                + " where l.invoice_id = i.invoice_id and d.serial_number ilike ?)"
    };

    private static final String CONTRACTS =
            " from view_contract c left join view_account a on a.account_id = c.account_id";
    private static final String INVOICES =
            " from view_invoice i left join view_account a on a.account_id = i.account_id"
                    + " left join view_contract c on c.contract_id = i.contract_id";

    private final JdbcClient jdbc;

    BillingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long countContracts(Filter filter) {
        return filter.on(jdbc, "select count(*)" + CONTRACTS + filter.where())
                .query(Long.class)
                .single();
    }

    List<Contract> contracts(Filter filter, Page page) {
        return filter.on(
                        jdbc,
                        "select c.*, a.name as account_name, array(select coalesce(d.serial_number, '')"
                                + " from unnest(c.devices) with ordinality n (id, place)"
                                + " left join view_device d on d.device_id = n.id order by n.place) as serials"
                                + CONTRACTS + filter.where() + page.sql())
                .query(BillingRows::contract)
                .list();
    }

    long countInvoices(Filter filter) {
        return filter.on(jdbc, "select count(*)" + INVOICES + filter.where())
                .query(Long.class)
                .single();
    }

    List<InvoiceRow> invoices(Filter filter, String orderAndLimit) {
        return filter.on(
                        jdbc,
                        "select i.*, a.name as account_name, c.number as contract_number" + INVOICES + filter.where()
                                + orderAndLimit)
                .query(BillingRows::invoice)
                .list();
    }

    List<InvoiceLine> lines(UUID invoice) {
        return jdbc.sql("select l.*, d.serial_number from view_invoice_line l"
                        + " left join view_device d on d.device_id = l.device_id"
                        + " where l.invoice_id = ? order by l.position")
                .param(invoice)
                .query((rows, n) -> new InvoiceLine(line(rows), orEmpty(rows.getString("serial_number"))))
                .list();
    }

    /** What the last usage invoice charges for the device, as long as it is on the invoice's account. */
    LastUsage lastUsage(UUID device) {
        var invoice = jdbc.sql("""
                        select i.* from view_invoice i
                        join view_device d on d.device_id = :device and d.account_id = i.account_id
                        where exists (select 1 from view_invoice_line l
                            where l.invoice_id = i.invoice_id and l.device_id = :device)
                        order by i.until_day desc, i.issued_on desc, i.number desc limit 1
                        """)
                .param("device", device)
                .query((rows, n) -> new LastUsage(
                        rows.getObject("invoice_id", UUID.class),
                        rows.getString("number"),
                        rows.getObject("from_day", LocalDate.class),
                        rows.getObject("until_day", LocalDate.class),
                        List.of(),
                        null))
                .optional()
                .orElse(new LastUsage(null, null, null, null, List.of(), null));
        var lines = jdbc.sql("select l.* from view_invoice_line l where l.invoice_id = ? and l.device_id = ?"
                        + " order by l.position")
                .params(Arrays.asList(invoice.invoiceId(), device))
                .query((rows, n) -> new LastUsageLine(
                        Counter.valueOf(rows.getString("counter")),
                        rows.getObject("from_day", LocalDate.class),
                        rows.getObject("until_day", LocalDate.class),
                        rows.getLong("previous"),
                        rows.getLong("current"),
                        rows.getLong("pages"),
                        rows.getLong("included"),
                        rows.getBoolean("estimated")))
                .list();
        var open = jdbc.sql("select c.number from view_correction c join view_device d on d.device_id = c.device_id"
                        + " and d.account_id = c.account_id where c.device_id = ? and c.state = 'OPEN'"
                        + " and c.requested_at is not null order by c.requested_at desc limit 1")
                .param(device)
                .query(String.class)
                .optional()
                .orElse(null);
        return new LastUsage(invoice.invoiceId(), invoice.number(), invoice.from(), invoice.until(), lines, open);
    }

    /** The contract of the account that the device is on now. */
    @Nullable
    CoveringContract covering(UUID device, LocalDate today) {
        return jdbc.sql("""
                        select c.number, c.end_on from view_contract c
                        join view_device d on d.device_id = :device and d.account_id = c.account_id
                        where c.devices @> array[cast(:device as uuid)] and :today between c.start_on and coalesce(c.ended_on, c.end_on)
                        order by c.end_on desc, c.number limit 1
                        """)
                .param("device", device)
                .param("today", today)
                .query((rows, n) ->
                        new CoveringContract(rows.getString("number"), rows.getObject("end_on", LocalDate.class)))
                .optional()
                .orElse(null);
    }

    /** The first day of the contract that covers the device. */
    @Nullable
    LocalDate coveredSince(UUID device, LocalDate today) {
        return jdbc.sql("""
                        select min(c.start_on) from view_contract c
                        join view_device d on d.device_id = :device and d.account_id = c.account_id
                        where c.devices @> array[cast(:device as uuid)]
                          and :today between c.start_on and coalesce(c.ended_on, c.end_on)
                        """)
                .param("device", device)
                .param("today", today)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    /**
     * Without what a later read of the same day took the place of. Of an account with contracts in several currencies it is
     * the one in which most was used.
     */
    @Nullable
    MonthlyUsage usage(UUID account, YearMonth month) {
        var lines = jdbc.sql("""
                        select u.currency, u.counter, sum(u.pages) as pages, sum(u.amount) as amount from view_usage u
                        where u.account_id = :account and u.read_on >= :from and u.read_on < :until
                          and not exists (select 1 from view_read r where r.read_id = u.read_id and r.superseded)
                        group by u.currency, u.counter
                        order by sum(sum(u.amount)) over (partition by u.currency) desc, u.currency, u.counter
                        """)
                .param("account", account)
                .param("from", month.atDay(1))
                .param("until", month.plusMonths(1).atDay(1))
                .query((rows, n) -> new CounterUsage(
                        Counter.valueOf(rows.getString("counter")), rows.getLong("pages"), amount(rows, "amount")))
                .list();
        if (lines.isEmpty()) {
            return null;
        }
        var currency = lines.getFirst().amount().currency();
        var most = lines.stream()
                .filter(line -> line.amount().currency().equals(currency))
                .toList();
        var total = most.stream()
                .map(line -> new BigDecimal(line.amount().value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new MonthlyUsage(currency, total.toPlainString(), most);
    }

    private static UsageLine line(ResultSet rows) throws SQLException {
        return new UsageLine(
                new DeviceId(rows.getObject("device_id", UUID.class)),
                Counter.valueOf(rows.getString("counter")),
                rows.getObject("from_day", LocalDate.class),
                rows.getObject("until_day", LocalDate.class),
                rows.getLong("previous"),
                rows.getLong("current"),
                rows.getLong("pages"),
                rows.getLong("included"),
                amount(rows, "rate"),
                amount(rows, "amount"),
                rows.getBoolean("estimated"));
    }

    private static Contract contract(ResultSet rows, int number) throws SQLException {
        var ids = (UUID[]) rows.getArray("devices").getArray();
        var serials = (String[]) rows.getArray("serials").getArray();
        var devices = new ArrayList<ContractDevice>();
        for (int i = 0; i < ids.length; i++) {
            devices.add(new ContractDevice(ids[i], serials[i]));
        }
        return new Contract(
                rows.getObject("contract_id", UUID.class),
                rows.getString("number"),
                rows.getObject("account_id", UUID.class),
                orEmpty(rows.getString("account_name")),
                rows.getObject("start_on", LocalDate.class),
                rows.getObject("end_on", LocalDate.class),
                rows.getObject("ended_on", LocalDate.class),
                cycle(rows),
                rows.getBoolean("maintenance"),
                rows.getBoolean("supplies"),
                rows.getString("currency"),
                new Rates(decimal(rows, "rate_total"), decimal(rows, "rate_black_white"), decimal(rows, "rate_colour")),
                new Counters(
                        rows.getObject("included_total", Long.class),
                        rows.getObject("included_black_white", Long.class),
                        rows.getObject("included_colour", Long.class)),
                devices);
    }

    private static @Nullable MeterCycle cycle(ResultSet rows) throws SQLException {
        var cycle = rows.getString("meter_cycle");
        return cycle == null ? null : MeterCycle.valueOf(cycle);
    }

    private static InvoiceRow invoice(ResultSet rows, int number) throws SQLException {
        return new InvoiceRow(
                rows.getObject("invoice_id", UUID.class),
                rows.getString("number"),
                orEmpty(rows.getString("contract_number")),
                rows.getObject("account_id", UUID.class),
                orEmpty(rows.getString("account_name")),
                rows.getObject("from_day", LocalDate.class),
                rows.getObject("until_day", LocalDate.class),
                rows.getObject("issued_on", LocalDate.class),
                rows.getObject("due_on", LocalDate.class),
                amount(rows, "total"));
    }

    private static Amount amount(ResultSet rows, String column) throws SQLException {
        return new Amount(rows.getString("currency"), rows.getBigDecimal(column).toPlainString());
    }

    private static @Nullable String decimal(ResultSet rows, String column) throws SQLException {
        var value = rows.getBigDecimal(column);
        return value == null ? null : value.toPlainString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
