package io.platen.billing.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.billing.invoice.InvoiceCommand.IssueUsageInvoice;
import io.platen.billing.invoice.InvoiceEvent.InvoiceIssued;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.id.InvoiceId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What a customer owes for a period; never edited once it is issued. */
@Aggregate
class Invoice {

    private static final int DAYS_TO_PAY = 30;

    @AggregateIdentifier
    private @Nullable InvoiceId invoiceId;

    /** @return the total */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Amount issue(IssueUsageInvoice command) {
        var total = InvoiceIssued.sum(command.lines());
        apply(new InvoiceIssued(
                command.invoiceId(),
                command.number(),
                command.contractId(),
                command.accountId(),
                command.period(),
                command.lines(),
                total,
                command.issuedOn(),
                command.issuedOn().plusDays(DAYS_TO_PAY)));
        return total;
    }

    @EventSourcingHandler
    void on(InvoiceIssued event) {
        invoiceId = event.invoiceId();
    }
}
