package io.platen.billing.contract;

import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.InvoiceId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What happened to a contract; stored, private to this service. */
public sealed interface ContractEvent {

    @Revision("1")
    record ContractActivated(ContractId contractId, Terms terms) implements ContractEvent {}

    @Revision("1")
    record PeriodBilled(ContractId contractId, InvoiceId invoiceId, Period period, List<Mark> marks)
            implements ContractEvent {}
}
