package io.platen.billing.usage;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a device's usage. */
public sealed interface UsageCommand {

    /** @param estimated whether nobody read the counters */
    record RecordUsage(
            @TargetAggregateIdentifier UsageId usageId,
            ContractId contractId,
            AccountId accountId,
            DeviceId deviceId,
            ReadId readId,
            LocalDate readOn,
            boolean estimated,
            List<CounterRead> counters)
            implements UsageCommand {}
}
