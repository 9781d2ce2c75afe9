package io.platen.billing.contract;

import io.platen.contracts.billing.Amount;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The pages between two reads of one counter, and what they cost: to the smallest coin, half up (BIL-30).
 *
 * @param from the day of the read before
 * @param until the day of the read
 * @param pages that are charged
 * @param estimated true where nobody read the counter at the end
 */
public record BilledLine(
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

    public BilledLine {
        if (included < 0 || pages < 0 || pages != current - previous - included) {
            throw new IllegalArgumentException(
                    pages + " are not " + current + " - " + previous + " - " + included + " pages");
        }
        if (!amount.equals(cost(pages, rate))) {
            throw new IllegalArgumentException(pages + " pages do not cost " + amount);
        }
    }

    /** Between two reads. */
    public BilledLine(
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

    /** @param included at most as many as were made */
    public static BilledLine of(Meter meter, DayRead start, DayRead end, long included, Amount rate) {
        var pages = end.pages() - start.pages() - included;
        return new BilledLine(
                meter.deviceId(),
                meter.counter(),
                start.readOn(),
                end.readOn(),
                start.pages(),
                end.pages(),
                pages,
                included,
                rate,
                cost(pages, rate),
                end.estimated() ? true : null);
    }

    private static Amount cost(long pages, Amount rate) {
        return Amount.of(rate.toBigMoney().multipliedBy(pages).toMoney(RoundingMode.HALF_UP));
    }
}
