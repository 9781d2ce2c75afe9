package io.platen.contracts.billing;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the day after, the contract covers nothing. */
public record ContractEnded(
        ContractId contractId,
        String number,
        AccountId accountId,
        Set<DeviceId> devices,
        LocalDate endedOn,
        @Nullable String reason)
        implements BillingEvent {}
