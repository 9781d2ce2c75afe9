package io.platen.contracts.billing;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** What is covered and what a page costs, from start to end, both days inclusive. Included pages are per month and counter for the whole contract. */
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
        Map<Counter, Long> includedPages)
        implements BillingEvent {}
