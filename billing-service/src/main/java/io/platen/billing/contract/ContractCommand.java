package io.platen.billing.contract;

import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a contract. */
public sealed interface ContractCommand {

    record ActivateContract(@TargetAggregateIdentifier ContractId contractId, Terms terms) implements ContractCommand {}

    /**
     * Works out the usage of a period.
     *
     * @param invoiceId of the invoice to come
     * @param today by the calendar of the customer's region
     */
    record BillPeriod(
            @TargetAggregateIdentifier ContractId contractId, InvoiceId invoiceId, Period period, LocalDate today)
            implements ContractCommand {}

    /** @param reason missing where the calendar ends it */
    record EndContract(
            @TargetAggregateIdentifier ContractId contractId,
            LocalDate endedOn,
            @Nullable String reason) implements ContractCommand {}

    record ReplaceDevice(
            @TargetAggregateIdentifier ContractId contractId,
            DeviceId deviceId,
            DeviceId newDeviceId,
            LocalDate replacedOn)
            implements ContractCommand {}
}
