package io.platen.contracts.billing;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.InvoiceId;
import java.time.LocalDate;
import java.util.List;

/** The usage of a period, both days inclusive, to the cent. The lines sum to the total. */
public record UsageInvoiceIssued(
        InvoiceId invoiceId,
        String number,
        ContractId contractId,
        AccountId accountId,
        LocalDate from,
        LocalDate until,
        List<UsageLine> lines,
        Amount total,
        LocalDate issuedOn,
        LocalDate dueOn)
        implements BillingEvent {}
