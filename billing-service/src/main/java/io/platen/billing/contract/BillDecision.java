package io.platen.billing.contract;

import io.platen.contracts.id.InvoiceId;
import java.time.LocalDate;
import java.util.List;

/** What a contract says to a period that shall be billed. */
public sealed interface BillDecision {

    record Billed(List<BilledLine> lines) implements BillDecision {}

    /** A day of it is in that invoice. */
    record AlreadyInvoiced(InvoiceId invoiceId, Period period) implements BillDecision {}

    record OutsideContract(Period term) implements BillDecision {}

    /** Periods follow each other without a gap. */
    record NotNext(LocalDate expected) implements BillDecision {}

    record NotOver(LocalDate today) implements BillDecision {}

    /** No read shows a page that is not billed. */
    record NothingToInvoice() implements BillDecision {}
}
