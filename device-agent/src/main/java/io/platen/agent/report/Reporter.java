package io.platen.agent.report;

import io.platen.agent.printer.Colour;
import io.platen.agent.printer.Level;
import io.platen.agent.printer.PrinterReading;
import io.platen.agent.printer.Supply;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns readings into numbered reports: decides what is low, what was replaced, and whether that is news. */
public final class Reporter {

    /** A smaller rise is a shaken cartridge (domain rule). */
    private static final int REPLACED_BY_MORE_THAN = 20;

    private final ReportBuffer buffer;
    private final int lowPercent;
    private final Clock clock;

    /** @param lowPercent measured levels up to this are low */
    public Reporter(ReportBuffer buffer, int lowPercent, Clock clock) {
        this.buffer = buffer;
        this.lowPercent = lowPercent;
        this.clock = clock;
    }

    /**
     * Writes the report of a reading.
     *
     * @return its sequence number, or null where the reading names no printer or the full buffer had no room for it
     */
    public @Nullable Long report(PrinterReading reading) {
        var serial = reading.serialNumber();
        if (serial == null) {
            return null;
        }
        // an agent that lost its directory begins above all it ever sent, or the platform would take it for repeats
        var entry =
                buffer.append(serial, clock.instant().getEpochSecond(), previous -> entry(serial, reading, previous));
        return entry == null ? null : entry.report().sequence();
    }

    private Entry entry(String serial, PrinterReading reading, ReportBuffer.Previous previous) {
        var before = previous.entry();
        var low = low(reading);
        var replaced = replaced(reading, low, before);
        var report = new Report(
                previous.sequence(),
                observedAt(before),
                serial,
                reading.manufacturer(),
                reading.model(),
                reading.counters(),
                reading.supplies(),
                low,
                replaced,
                reading.alerts());
        return new Entry(report, isNews(report, before), measured(reading, before), reading.empty());
    }

    /** A clock that was set back must not make a later look the older one; the platform knows what time it is. */
    private Instant observedAt(@Nullable Entry before) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return before != null && before.report().observedAt().isAfter(now)
                ? before.report().observedAt()
                : now;
    }

    private Set<Colour> low(PrinterReading reading) {
        var low = EnumSet.noneOf(Colour.class);
        low.addAll(reading.low());
        for (var supply : reading.supplies()) {
            var percent = supply.level().percent();
            if (supply.colour() != null && supply.kind().marks() && percent != null && percent <= lowPercent) {
                low.add(supply.colour());
            }
        }
        return low;
    }

    /** By a rise of the level, or, where the printer measures none, when a cartridge it called empty is neither empty nor low. */
    private static Set<Colour> replaced(PrinterReading reading, Set<Colour> low, @Nullable Entry before) {
        var replaced = EnumSet.noneOf(Colour.class);
        if (before == null) {
            return replaced;
        }
        for (var supply : reading.supplies()) {
            var colour = supply.colour();
            if (colour == null || !supply.kind().marks()) {
                continue;
            }
            var percent = supply.level().percent();
            var earlier = before.measured().get(supply.index());
            boolean rose = percent != null && earlier != null && percent - earlier > REPLACED_BY_MORE_THAN;
            boolean refilled = supply.level().state() == Level.State.SOME_LEFT
                    && before.empty().contains(colour)
                    && !low.contains(colour);
            if (rose || refilled) {
                replaced.add(colour);
            }
        }
        return replaced;
    }

    private static Map<Integer, Integer> measured(PrinterReading reading, @Nullable Entry before) {
        var measured = new HashMap<Integer, Integer>();
        for (Supply supply : reading.supplies()) {
            var percent = supply.level().percent();
            var earlier = before == null ? null : before.measured().get(supply.index());
            var value = percent != null ? percent : earlier;
            if (value != null) {
                measured.put(supply.index(), value);
            }
        }
        return measured;
    }

    private static boolean isNews(Report report, @Nullable Entry before) {
        List<String> alertsBefore = before == null ? List.of() : before.report().alerts();
        Set<Colour> lowBefore = before == null ? Set.of() : before.report().low();
        var newAlerts = new ArrayList<>(report.alerts());
        newAlerts.removeAll(alertsBefore);
        return !newAlerts.isEmpty() || !report.replaced().isEmpty() || !Objects.equals(report.low(), lowBefore);
    }
}
