package io.platen.billing.usage;

import io.platen.billing.contract.BilledLine;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What a device used under a contract; stored, private to this service. */
public sealed interface UsageEvent {

    @Revision("1")
    record UsageAdded(
            UsageId usageId,
            ContractId contractId,
            AccountId accountId,
            DeviceId deviceId,
            ReadId readId,
            LocalDate readOn,
            List<BilledLine> lines)
            implements UsageEvent {}
}
