package io.platen.agent.report;

import io.platen.agent.printer.Colour;
import io.platen.agent.printer.Counters;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report with what the agent itself must remember of it.
 *
 * @param news it says something its predecessor did not: such a report is never thrown away
 * @param measured last measured level by supply index, carried on while a printer is too sleepy to measure
 * @param empty colours an alert called empty
 */
record Entry(Report report, boolean news, Map<Integer, Integer> measured, Set<Colour> empty) {

    /** Of one report; a printer does not know so many. */
    private static final int MOST_ALERTS = 50;

    /** What is lost last when the disk is full. */
    enum Worth {
        ROUTINE,
        COUNTERS,
        NEWS
    }

    Worth worth() {
        return news ? Worth.NEWS : report.counters().equals(Counters.NONE) ? Worth.ROUTINE : Worth.COUNTERS;
    }

    ReportKey key() {
        return new ReportKey(report.serialNumber(), report.sequence());
    }

    Entry withSequence(long sequence) {
        return new Entry(report.withSequence(sequence), news, measured, empty);
    }

    /**
     * Two news of one printer in one, under the later's number: nothing either said is left out, only when the earlier
     * said it. A colour stays low unless the cartridge was replaced after that.
     */
    Entry after(Entry earlier) {
        var before = earlier.report();
        var low = EnumSet.noneOf(Colour.class);
        low.addAll(before.low());
        low.removeAll(report.replaced());
        low.addAll(report.low());
        var replaced = EnumSet.noneOf(Colour.class);
        replaced.addAll(before.replaced());
        replaced.addAll(report.replaced());
        var alerts = new LinkedHashSet<>(before.alerts());
        alerts.addAll(report.alerts());
        var counters = report.counters().equals(Counters.NONE) ? before.counters() : report.counters();
        return new Entry(
                report.withNews(
                        counters,
                        low,
                        replaced,
                        alerts.stream().limit(MOST_ALERTS).toList()),
                true,
                measured,
                empty);
    }

    /** Most reports repeat the one before: ten thousand that wait hold each text once. */
    Entry sharing(@Nullable Entry before) {
        if (before == null) {
            return this;
        }
        return new Entry(
                report.sharing(before.report()),
                news,
                measured.equals(before.measured) ? before.measured : measured,
                empty.equals(before.empty) ? before.empty : empty);
    }

    record ReportKey(String serialNumber, long sequence) {}
}
