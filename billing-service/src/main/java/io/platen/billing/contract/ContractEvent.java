package io.platen.billing.contract;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a contract; stored, private to this service. */
public sealed interface ContractEvent {

    @Revision("1")
    record ContractActivated(ContractId contractId, Terms terms) implements ContractEvent {}

    /** Told with what others need to know of the contract. {@code reason} is missing where it ended by the calendar. */
    @Revision("1")
    record ContractEnded(
            ContractId contractId,
            String number,
            AccountId accountId,
            List<DeviceId> devices,
            LocalDate endedOn,
            @Nullable String reason)
            implements ContractEvent {}

    /** From that day on the new machine is covered; the old one is billed up to it. */
    @Revision("1")
    record DeviceReplaced(
            ContractId contractId,
            String number,
            AccountId accountId,
            DeviceId deviceId,
            DeviceId newDeviceId,
            LocalDate replacedOn)
            implements ContractEvent {}

    @Revision("1")
    record PeriodBilled(ContractId contractId, InvoiceId invoiceId, Period period, List<Mark> marks)
            implements ContractEvent {}
}
