package io.platen.billing.invoice;

import io.platen.billing.contract.BilledLine;
import io.platen.billing.contract.Period;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of an invoice. */
public sealed interface InvoiceCommand {

    /** @param issuedOn by the calendar of the customer's region */
    record IssueUsageInvoice(
            @TargetAggregateIdentifier InvoiceId invoiceId,
            String number,
            ContractId contractId,
            AccountId accountId,
            Period period,
            List<BilledLine> lines,
            LocalDate issuedOn)
            implements InvoiceCommand {}
}
