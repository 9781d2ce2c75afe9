package io.platen.contracts.billing;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is covered and what a page costs, from start to end, both days inclusive. Included pages are per month and counter for the whole contract. Reads are due on the last day of each meter cycle; without one they are not scheduled. */
public record ContractActivated(
        ContractId contractId,
        String number,
        AccountId accountId,
        Set<DeviceId> devices,
        LocalDate start,
        LocalDate end,
        boolean maintenance,
        boolean supplies,
        Map<Counter, Amount> rates,
        Map<Counter, Long> includedPages,
        @Nullable MeterCycle meterCycle)
        implements BillingEvent {

    /** A contract whose devices are not read on a schedule. */
    public ContractActivated(
            ContractId contractId,
            String number,
            AccountId accountId,
            Set<DeviceId> devices,
            LocalDate start,
            LocalDate end,
            boolean maintenance,
            boolean supplies,
            Map<Counter, Amount> rates,
            Map<Counter, Long> includedPages) {
        this(contractId, number, accountId, devices, start, end, maintenance, supplies, rates, includedPages, null);
    }
}
