package io.platen.contracts.billing;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The pages between two reads of one counter, and what they cost.
 *
 * @param from the day of the read before
 * @param until the day of the read
 * @param previous pages at the read before
 * @param current pages at the read
 * @param pages that are charged: current − previous − included, never below 0
 * @param included pages that the contract's volume covers
 * @param rate price of one page
 * @param amount pages × rate, rounded half up to the currency's smallest coin
 * @param estimated whether the read is an estimate, because none came in time
 */
public record UsageLine(
        DeviceId deviceId,
        Counter counter,
        LocalDate from,
        LocalDate until,
        long previous,
        long current,
        long pages,
        long included,
        Amount rate,
        Amount amount,
        @Nullable Boolean estimated) {

    public UsageLine(
            DeviceId deviceId,
            Counter counter,
            LocalDate from,
            LocalDate until,
            long previous,
            long current,
            long pages,
            long included,
            Amount rate,
            Amount amount) {
        this(deviceId, counter, from, until, previous, current, pages, included, rate, amount, null);
    }

    public boolean byEstimate() {
        return Boolean.TRUE.equals(estimated);
    }
}
