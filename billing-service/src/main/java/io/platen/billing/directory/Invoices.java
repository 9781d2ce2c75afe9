package io.platen.billing.directory;

import io.platen.billing.contract.Period;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.InvoiceId;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers of invoices, and which days they cover. */
@Repository
public class Invoices {

    private final JdbcClient jdbc;

    Invoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next of the year; who else wants one waits until this transaction has ended. */
    public String nextNumber(LocalDate issuedOn) {
        int last = jdbc.sql("""
                        insert into invoice_series as series (year, last) values (:year, 1)
                        on conflict (year) do update set last = series.last + 1
                        returning last
                        """)
                .param("year", issuedOn.getYear())
                .query(Integer.class)
                .single();
        return "INV-%d%05d".formatted(issuedOn.getYear(), last);
    }

    public void add(InvoiceId invoice, String number, ContractId contract, Period period) {
        jdbc.sql("""
                insert into usage_invoice (invoice_id, number, contract_id, period)
                values (:invoice, :number, :contract, daterange(:from, :until, '[]'))
                """)
                .param("invoice", invoice.value())
                .param("number", number)
                .param("contract", contract.value())
                .param("from", period.from())
                .param("until", period.until())
                .update();
    }

    public String numberOf(InvoiceId invoice) {
        return jdbc.sql("select number from usage_invoice where invoice_id = :invoice")
                .param("invoice", invoice.value())
                .query(String.class)
                .single();
    }
}
