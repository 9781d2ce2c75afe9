package io.platen.agent.report;

import io.platen.agent.printer.Colour;
import io.platen.agent.printer.Counters;
import java.util.Map;
import java.util.Set;

/**
 * A report with what the agent itself must remember of it.
 *
 * @param news it says something its predecessor did not: such a report is never thrown away
 * @param measured last measured level by supply index, carried on while a printer is too sleepy to measure
 * @param empty colours an alert called empty
 */
record Entry(Report report, boolean news, Map<Integer, Integer> measured, Set<Colour> empty) {

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

    record ReportKey(String serialNumber, long sequence) {}
}
