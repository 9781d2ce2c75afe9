package io.platen.device.coverage;

import io.platen.contracts.id.AccountId;
import io.platen.device.machine.Coverage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contracts that name a device, now or at some time. */
public record Contracts(List<ContractFacts> all) {

    /** A contract with maintenance speaks for the device; of two the one that lasts longer. */
    private static final Comparator<ContractFacts> FOREMOST = Comparator.comparing(ContractFacts::maintenance)
            .thenComparing(ContractFacts::lastDay)
            .thenComparing(ContractFacts::number);

    /** @param holder on whose account the device is; the contracts of others are none of his business */
    public Coverage coverage(@Nullable AccountId holder, LocalDate today) {
        var covering = all.stream()
                .filter(contract -> contract.accountId().equals(holder) && contract.covers(today))
                .toList();
        return covering.stream()
                .max(FOREMOST)
                .map(foremost -> new Coverage(
                        foremost.number(),
                        foremost.lastDay(),
                        foremost.maintenance(),
                        covering.stream().anyMatch(ContractFacts::supplies)))
                .orElse(Coverage.NONE);
    }

    /** The first day after today on which something may be different. */
    public Optional<LocalDate> nextChange(LocalDate today) {
        return all.stream()
                .flatMap(contract -> contract.nextChange(today).stream())
                .min(Comparator.naturalOrder());
    }
}
