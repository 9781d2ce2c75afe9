package io.platen.billing.invoice;

import io.platen.billing.contract.BilledLine;
import io.platen.billing.contract.Period;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** What happened to an invoice; stored, private to this service. */
public sealed interface InvoiceEvent {

    /** The lines sum to the total. */
    @Revision("1")
    record InvoiceIssued(
            InvoiceId invoiceId,
            String number,
            ContractId contractId,
            AccountId accountId,
            Period period,
            List<BilledLine> lines,
            Amount total,
            LocalDate issuedOn,
            LocalDate dueOn)
            implements InvoiceEvent {

        public InvoiceIssued {
            lines = List.copyOf(lines);
            if (!total.equals(sum(lines))) {
                throw new IllegalArgumentException("The lines do not sum to " + total);
            }
        }

        /** @throws IllegalArgumentException where there is nothing to sum, or not in one currency */
        static Amount sum(List<BilledLine> lines) {
            return Amount.of(lines.stream()
                    .map(line -> line.amount().toMoney())
                    .reduce(Money::plus)
                    .orElseThrow(() -> new IllegalArgumentException("An invoice has a line")));
        }
    }
}
