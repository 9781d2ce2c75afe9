package io.platen.gateway.view;

import static io.platen.gateway.view.Statements.name;

import io.platen.contracts.billing.Amount;
import io.platen.contracts.billing.BillingEvent;
import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.ContractDeviceReplaced;
import io.platen.contracts.billing.ContractEnded;
import io.platen.contracts.billing.UsageInvoiceIssued;
import io.platen.contracts.billing.UsageRecorded;
import io.platen.contracts.device.Counter;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contracts, what reads cost under them, and invoices; sums as they were told, to the last digit. */
@Component
class BillingProjection {

    private final Statements rows;

    BillingProjection(Statements rows) {
        this.rows = rows;
    }

    void on(BillingEvent event) {
        switch (event) {
            case ContractActivated contract -> activate(contract);
            case ContractEnded ended ->
                rows.run(
                        "update view_contract set ended_on = ?, end_reason = ? where contract_id = ?",
                        ended.endedOn(),
                        ended.reason(),
                        ended.contractId().value());
            case ContractDeviceReplaced replaced ->
                rows.run(
                        "update view_contract set devices = array_append(array_remove(array_remove(devices, ?), ?), ?)"
                                + " where contract_id = ?",
                        replaced.deviceId().value(),
                        replaced.newDeviceId().value(),
                        replaced.newDeviceId().value(),
                        replaced.contractId().value());
            case UsageRecorded usage -> record(usage);
            case UsageInvoiceIssued invoice -> issue(invoice);
        }
    }

    private void activate(ContractActivated contract) {
        var currency = contract.rates().values().stream()
                .map(Amount::currency)
                .findFirst()
                .orElse(null);
        rows.run(
                """
                insert into view_contract (contract_id, number, account_id, devices, start_on, end_on, maintenance,
                    supplies, currency, rate_total, rate_black_white, rate_colour, included_total, included_black_white,
                    included_colour, meter_cycle) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (contract_id) do update set number = excluded.number, account_id = excluded.account_id,
                    devices = excluded.devices, start_on = excluded.start_on, end_on = excluded.end_on,
                    maintenance = excluded.maintenance, supplies = excluded.supplies, currency = excluded.currency,
                    rate_total = excluded.rate_total, rate_black_white = excluded.rate_black_white,
                    rate_colour = excluded.rate_colour, included_total = excluded.included_total,
                    included_black_white = excluded.included_black_white, included_colour = excluded.included_colour,
                    meter_cycle = excluded.meter_cycle
                """,
                contract.contractId().value(),
                contract.number(),
                contract.accountId().value(),
                contract.devices().stream()
                        .map(device -> device.value())
                        .sorted()
                        .toArray(UUID[]::new),
                contract.start(),
                contract.end(),
                contract.maintenance(),
                contract.supplies(),
                currency,
                rate(contract, Counter.TOTAL),
                rate(contract, Counter.BLACK_WHITE),
                rate(contract, Counter.COLOUR),
                contract.includedPages().get(Counter.TOTAL),
                contract.includedPages().get(Counter.BLACK_WHITE),
                contract.includedPages().get(Counter.COLOUR),
                name(contract.meterCycle()));
    }

    private static @Nullable BigDecimal rate(ContractActivated contract, Counter counter) {
        var rate = contract.rates().get(counter);
        return rate == null ? null : new BigDecimal(rate.value());
    }

    private void record(UsageRecorded usage) {
        rows.run(
                "delete from view_usage where read_id = ? and contract_id = ?",
                usage.readId().value(),
                usage.contractId().value());
        var position = 0;
        for (var line : usage.lines()) {
            rows.run(
                    """
                    insert into view_usage (read_id, position, contract_id, account_id, device_id, read_on, counter, pages,
                        currency, amount) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    usage.readId().value(),
                    position++,
                    usage.contractId().value(),
                    usage.accountId().value(),
                    usage.deviceId().value(),
                    usage.readOn(),
                    line.counter().name(),
                    line.pages(),
                    line.amount().currency(),
                    new BigDecimal(line.amount().value()));
        }
    }

    private void issue(UsageInvoiceIssued invoice) {
        rows.run(
                """
                insert into view_invoice (invoice_id, number, contract_id, account_id, from_day, until_day, issued_on,
                    due_on, currency, total) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (invoice_id) do update set number = excluded.number, contract_id = excluded.contract_id,
                    account_id = excluded.account_id, from_day = excluded.from_day, until_day = excluded.until_day,
                    issued_on = excluded.issued_on, due_on = excluded.due_on, currency = excluded.currency,
                    total = excluded.total
                """,
                invoice.invoiceId().value(),
                invoice.number(),
                invoice.contractId().value(),
                invoice.accountId().value(),
                invoice.from(),
                invoice.until(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.total().currency(),
                new BigDecimal(invoice.total().value()));
        rows.run(
                "delete from view_invoice_line where invoice_id = ?",
                invoice.invoiceId().value());
        var position = 0;
        for (var line : invoice.lines()) {
            rows.run(
                    """
                    insert into view_invoice_line (invoice_id, position, device_id, counter, from_day, until_day, previous,
                        current, pages, included, currency, rate, amount, estimated)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    invoice.invoiceId().value(),
                    position++,
                    line.deviceId().value(),
                    line.counter().name(),
                    line.from(),
                    line.until(),
                    line.previous(),
                    line.current(),
                    line.pages(),
                    line.included(),
                    line.amount().currency(),
                    new BigDecimal(line.rate().value()),
                    new BigDecimal(line.amount().value()),
                    line.byEstimate());
        }
    }
}
