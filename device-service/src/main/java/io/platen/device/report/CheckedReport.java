package io.platen.device.report;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.LevelState;
import io.platen.contracts.device.SupplyLevel;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.machine.DeviceCommand.RecordReport;
import io.platen.device.report.ReportBatch.Report;
import io.platen.device.report.ReportBatch.Supply;
import io.platen.platform.web.PlainText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A report whose values can be true. Whose machine it is has still to be found. */
record CheckedReport(
        long sequence,
        Instant observedAt,
        String serialNumber,
        String model,
        Map<Counter, Long> counters,
        List<SupplyLevel> supplies,
        Set<TonerColour> low,
        Set<TonerColour> replaced,
        List<String> alerts) {

    private static final int MOST_ALERTS = 50;
    private static final int LONGEST_ALERT = 200;

    private static final long LARGEST_COUNTER = 999_999_999;
    private static final int MOST_SUPPLIES = 100;
    private static final int LONGEST_SERIAL = 100;
    private static final int LONGEST_DESCRIPTION = 255;

    static CheckedReport of(Report report, AgentClock clock) throws InvalidReport {
        return new CheckedReport(
                sequence(report.sequence()),
                clock.platformTime(report.observedAt()),
                serial(report.serialNumber()),
                report.model() == null ? "" : report.model(),
                counters(report.counters()),
                supplies(report.supplies()),
                colours("low", report.low()),
                colours("replaced", report.replaced()),
                alerts(report.alerts()));
    }

    RecordReport of(DeviceId device, AgentId agent) {
        return new RecordReport(device, agent, sequence, observedAt, counters, supplies, low, replaced, alerts);
    }

    /** Short of repeating everything: whether two reports say the same of the machine. */
    String content() {
        return supplies + "|" + new TreeSet<>(low) + "|" + new TreeSet<>(alerts);
    }

    private static long sequence(@Nullable Long sequence) throws InvalidReport {
        if (sequence == null || sequence < 0) {
            throw new InvalidReport("sequence must be a number from 0");
        }
        return sequence;
    }

    private static String serial(@Nullable String serial) throws InvalidReport {
        if (serial == null || serial.isBlank()) {
            throw new InvalidReport("serialNumber is missing");
        }
        if (serial.length() > LONGEST_SERIAL || !PlainText.is(serial)) {
            throw new InvalidReport("serialNumber is no serial number");
        }
        return serial.strip();
    }

    private static Map<Counter, Long> counters(ReportBatch.@Nullable Counters counters) throws InvalidReport {
        var all = new EnumMap<Counter, Long>(Counter.class);
        if (counters != null) {
            put(all, Counter.TOTAL, "total", counters.total());
            put(all, Counter.BLACK_WHITE, "blackWhite", counters.blackWhite());
            put(all, Counter.COLOUR, "colour", counters.colour());
        }
        return all;
    }

    private static void put(Map<Counter, Long> all, Counter counter, String name, @Nullable Long value)
            throws InvalidReport {
        if (value == null) {
            return;
        }
        if (value < 0 || value > LARGEST_COUNTER) {
            throw new InvalidReport("counters." + name + " must lie in 0.." + LARGEST_COUNTER);
        }
        all.put(counter, value);
    }

    private static List<SupplyLevel> supplies(@Nullable List<@Nullable Supply> supplies) throws InvalidReport {
        var all = new ArrayList<SupplyLevel>();
        var indexes = new HashSet<Integer>();
        if (supplies != null && supplies.size() > MOST_SUPPLIES) {
            throw new InvalidReport("more than " + MOST_SUPPLIES + " supplies");
        }
        for (var supply : supplies == null ? List.<@Nullable Supply>of() : supplies) {
            var level = level(supply);
            if (!indexes.add(level.index())) {
                throw new InvalidReport("supply " + level.index() + " is there twice");
            }
            all.add(level);
        }
        return all;
    }

    /** A percentage above 100 is a fault of the machine: unknown, not refused, and never a figure. */
    private static SupplyLevel level(@Nullable Supply supply) throws InvalidReport {
        if (supply == null || supply.index() == null || supply.kind() == null) {
            throw new InvalidReport("a supply needs index and kind");
        }
        var level = supply.level();
        if (level == null || level.state() == null) {
            throw new InvalidReport("supply " + supply.index() + " has no level.state");
        }
        var percent = level.percent();
        if ((level.state() == LevelState.MEASURED) != (percent != null)) {
            throw new InvalidReport(
                    "supply " + supply.index() + ": a percentage goes with MEASURED, and only with that");
        }
        if (percent != null && percent < 0) {
            throw new InvalidReport("supply " + supply.index() + ": percent must not be negative");
        }
        boolean fault = percent != null && percent > 100;
        return new SupplyLevel(
                supply.index(),
                supply.kind(),
                supply.colour(),
                supply.description() == null ? "" : PlainText.made(supply.description(), LONGEST_DESCRIPTION),
                fault ? LevelState.UNKNOWN : level.state(),
                fault ? null : percent);
    }

    private static List<String> alerts(@Nullable List<@Nullable String> alerts) {
        var all = new LinkedHashSet<String>();
        for (var alert : alerts == null ? List.<@Nullable String>of() : alerts) {
            var text = alert == null ? "" : PlainText.made(alert, LONGEST_ALERT);
            if (!text.isEmpty() && all.size() < MOST_ALERTS) {
                all.add(text);
            }
        }
        return List.copyOf(all);
    }

    private static Set<TonerColour> colours(String name, @Nullable List<@Nullable TonerColour> colours)
            throws InvalidReport {
        var all = EnumSet.noneOf(TonerColour.class);
        for (var colour : colours == null ? List.<@Nullable TonerColour>of() : colours) {
            if (colour == null) {
                throw new InvalidReport(name + " holds a colour that is none");
            }
            all.add(colour);
        }
        return all;
    }
}
