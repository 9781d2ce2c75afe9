package io.platen.billing.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a bill looks at of one counter of a machine.
 *
 * @param tookOverOn the day from which a machine that took over is covered
 * @param begin where counting begins, unless a bill has left a mark since
 * @param end the last read
 */
record Use(
        Meter meter,
        @Nullable LocalDate tookOverOn,
        @Nullable DayRead begin,
        @Nullable DayRead end) {

    /** @param mark where the last bill left the counter; one from before this machine took over is another story */
    @Nullable
    DayRead start(@Nullable DayRead mark) {
        return mark == null || (tookOverOn != null && mark.readOn().isBefore(tookOverOn)) ? begin : mark;
    }
}
