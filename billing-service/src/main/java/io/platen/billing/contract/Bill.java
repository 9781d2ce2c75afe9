package io.platen.billing.contract;

import io.platen.contracts.billing.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the devices of a contract used in a period (BIL-03). A counter goes on where the last bill left it, even if a read
 * of that time came in later; what it shows below that is not billed until it has passed it again.
 */
record Bill(List<BilledLine> lines) {

    /**
     * @param billed where the last bill left each counter; the others begin with their reads
     */
    static Bill of(Terms terms, Period period, Map<Meter, DayRead> billed, Map<Meter, ReadsAround> reads) {
        var lines = new ArrayList<BilledLine>();
        terms.rates().forEach((counter, rate) -> {
            var free = new IncludedVolume(
                            terms.term().from(), terms.includedPages().getOrDefault(counter, 0L))
                    .in(period);
            for (var device : terms.devices()) {
                var meter = new Meter(device, counter);
                var around = reads.getOrDefault(meter, ReadsAround.NONE);
                var line = line(meter, billed.getOrDefault(meter, around.start()), around.last(), free, rate);
                if (line != null) {
                    lines.add(line);
                    free -= line.included();
                }
            }
        });
        return new Bill(List.copyOf(lines));
    }

    private static @Nullable BilledLine line(
            Meter meter, @Nullable DayRead start, @Nullable DayRead end, long free, Amount rate) {
        if (start == null || end == null || end.equals(start) || end.pages() < start.pages()) {
            return null;
        }
        return BilledLine.of(meter, start, end, Math.min(free, end.pages() - start.pages()), rate);
    }

    boolean showsNoUse() {
        return lines.stream().allMatch(line -> line.current() == line.previous());
    }

    List<Mark> marks() {
        return lines.stream()
                .map(line -> new Mark(line.deviceId(), line.counter(), line.until(), line.current()))
                .toList();
    }
}
