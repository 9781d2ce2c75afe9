package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.ReadSource;
import java.time.LocalDate;
import java.util.EnumMap;

/**
 * An accepted read that nothing has replaced.
 *
 * @param counters as the machine showed them
 * @param billed the same on the billing meter
 */
public record LedgerRead(ReadId readId, LocalDate readOn, ReadSource source, Counters counters, Counters billed) {

    /** How the billing meter ran when it was taken. */
    BillingMeter meter() {
        var ahead = new EnumMap<Counter, Long>(Counter.class);
        billed.pages().forEach((counter, pages) -> {
            var shown = counters.of(counter);
            if (shown != null) {
                ahead.put(counter, pages - shown);
            }
        });
        return new BillingMeter(ahead);
    }
}
