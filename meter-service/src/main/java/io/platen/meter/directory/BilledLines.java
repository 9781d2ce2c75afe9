package io.platen.meter.directory;

import io.platen.contracts.billing.UsageInvoiceIssued;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import io.platen.meter.reading.Counters;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was invoiced of each counter. */
@Repository
public class BilledLines {

    /**
     * The last usage invoice of a device.
     *
     * @param until the day of its latest read
     * @param billed the billing meter on that day
     */
    public record LastInvoice(
            InvoiceId invoiceId, String number, LocalDate until, Counters billed, boolean estimated) {}

    private record Line(
            InvoiceId invoiceId, String number, Counter counter, LocalDate until, long pages, boolean estimated) {}

    private final JdbcClient jdbc;

    BilledLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UsageInvoiceIssued invoice) {
        for (var line : invoice.lines()) {
            jdbc.sql("""
                            insert into billed_line (invoice_id, device_id, counter, invoice_number, from_on, until_on,
                                current_pages, estimated, period_until, issued_on)
                            values (:invoice, :device, :counter, :number, :from, :until,
                                :pages, :estimated, :periodUntil, :issued)
                            on conflict do nothing
                            """)
                    .param("invoice", invoice.invoiceId().value())
                    .param("device", line.deviceId().value())
                    .param("counter", line.counter().name())
                    .param("number", invoice.number())
                    .param("from", line.from())
                    .param("until", line.until())
                    .param("pages", line.current())
                    .param("estimated", line.byEstimate())
                    .param("periodUntil", invoice.until())
                    .param("issued", invoice.issuedOn())
                    .update();
        }
    }

    public Optional<LastInvoice> last(DeviceId device) {
        var lines = jdbc.sql("""
                        select invoice_id, invoice_number, counter, until_on, current_pages, estimated
                        from billed_line where device_id = :device and invoice_id = (
                            select invoice_id from billed_line where device_id = :device
                            order by period_until desc, issued_on desc, invoice_number desc limit 1)
                        order by until_on
                        """)
                .param("device", device.value())
                .query((row, number) -> new Line(
                        new InvoiceId(row.getObject("invoice_id", UUID.class)),
                        row.getString("invoice_number"),
                        Counter.valueOf(row.getString("counter")),
                        row.getObject("until_on", LocalDate.class),
                        row.getLong("current_pages"),
                        row.getBoolean("estimated")))
                .list();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var newest = lines.getLast();
        var billed = new EnumMap<Counter, Long>(Counter.class);
        lines.forEach(line -> billed.put(line.counter(), line.pages()));
        return Optional.of(new LastInvoice(
                newest.invoiceId(), newest.number(), newest.until(), new Counters(billed), newest.estimated()));
    }

    /**
     * Devices of which this invoice counts pages that another has counted, or ends with its read. What was corrected is
     * invoiced anew on purpose.
     */
    public List<DeviceId> billedTwice(InvoiceId invoice) {
        return jdbc.sql("""
                        select distinct n.device_id
                        from billed_line n join billed_line o
                            on o.device_id = n.device_id and o.counter = n.counter and o.invoice_id <> n.invoice_id
                        where n.invoice_id = :invoice
                          and (o.until_on = n.until_on or (o.from_on < n.until_on and n.from_on < o.until_on))
                          and not exists (select from meter_correction c
                                          where c.invoice_id = o.invoice_id and c.device_id = o.device_id
                                            and c.state = 'APPROVED')
                        """)
                .param("invoice", invoice.value())
                .query((row, number) -> new DeviceId(row.getObject("device_id", UUID.class)))
                .list();
    }
}
