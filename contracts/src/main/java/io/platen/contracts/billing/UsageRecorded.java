package io.platen.contracts.billing;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import java.time.LocalDate;
import java.util.List;

/** What an accepted read adds to the next invoice, before included volume. */
public record UsageRecorded(
        ContractId contractId,
        AccountId accountId,
        DeviceId deviceId,
        ReadId readId,
        LocalDate readOn,
        List<UsageLine> lines)
        implements BillingEvent {}
