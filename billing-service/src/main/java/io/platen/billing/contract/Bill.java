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
    static Bill of(Terms terms, Period period, Map<Meter, DayRead> billed, List<Use> uses) {
        var lines = new ArrayList<BilledLine>();
        terms.rates().forEach((counter, rate) -> {
            var free = new IncludedVolume(
                            terms.term().from(), terms.includedPages().getOrDefault(counter, 0L))
                    .in(period);
            for (var use : uses) {
                var meter = use.meter();
                var line = meter.counter() == counter
                        ? line(meter, use.start(billed.get(meter)), use.end(), free, rate)
                        : null;
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
        if (start == null || end == null || isNothingNew(start, end)) {
            return null;
        }
        return BilledLine.of(meter, start, end, Math.min(free, end.pages() - start.pages()), rate);
    }

    private static boolean isNothingNew(DayRead start, DayRead end) {
        return end.equals(start) || end.readOn().isBefore(start.readOn()) || end.pages() < start.pages();
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
