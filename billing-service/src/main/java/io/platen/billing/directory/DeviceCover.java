package io.platen.billing.directory;

import io.platen.billing.contract.DayRead;
import io.platen.billing.contract.ReadsAround;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract and since when it covers a machine.
 *
 * @param tookOver whether the machine came in the place of another
 */
public record DeviceCover(KnownContract contract, LocalDate since, boolean tookOver) {

    /** Where counting begins, given the reads around the first day of cover. */
    public @Nullable DayRead start(ReadsAround around) {
        return tookOver ? around.first() : around.start();
    }
}
