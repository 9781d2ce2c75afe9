package io.platen.agent;

import io.platen.agent.printer.PrinterReader;
import io.platen.agent.printer.PrinterReading;
import io.platen.agent.report.ReportSender;
import io.platen.agent.report.Reporter;
import io.platen.agent.snmp.PrinterAddress;
import io.platen.agent.snmp.PrinterSilentException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One printer in the agent's care: when it is due, and how it did last time. Nothing it answers may stop the others. */
final class PolledPrinter {

    private static final Logger log = LoggerFactory.getLogger(PolledPrinter.class);

    /** A printer that breaks off every time is reported with what it tells from this time on. */
    private static final int PATIENCE = 3;

    private final PrinterAddress address;
    private final Clock clock;
    private final ReentrantLock polling = new ReentrantLock();
    private volatile Instant countersDue = Instant.MIN;
    private volatile Instant suppliesDue = Instant.MIN;
    private volatile @Nullable Instant lastAnswer;
    private volatile @Nullable PrinterReading lastReading;
    private volatile List<String> faults = List.of();
    private int brokenOff;

    PolledPrinter(PrinterAddress address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    boolean isDue() {
        var now = clock.instant();
        return !polling.isLocked() && !now.isBefore(suppliesDue.compareTo(countersDue) < 0 ? suppliesDue : countersDue);
    }

    /** Reads and reports; a printer that did not answer is asked for its counters again at the next supplies poll. */
    void poll(PrinterReader reader, Reporter reporter, Duration countersEvery, Duration suppliesEvery, boolean all) {
        if (all) {
            polling.lock(); // asked for by somebody: after the poll that runs, not instead of it
        } else if (!polling.tryLock()) {
            return;
        }
        try {
            var now = clock.instant();
            boolean withCounters = all || !now.isBefore(countersDue);
            suppliesDue = now.plus(suppliesEvery);
            if (withCounters) {
                countersDue =
                        suppliesDue.compareTo(now.plus(countersEvery)) < 0 ? suppliesDue : now.plus(countersEvery);
            }
            var reading = reader.read(address, withCounters);
            lastReading = reading;
            lastAnswer = now;
            if (withCounters) {
                countersDue = now.plus(countersEvery);
            }
            var problems = new ArrayList<>(reading.faults());
            brokenOff = reading.complete() ? 0 : brokenOff + 1;
            if (brokenOff > 0 && brokenOff < PATIENCE) {
                tell(problems);
                return; // half an answer would take the other half off the device's page
            }
            if (reporter.report(reading) == null && reading.serialNumber() != null) {
                problems.add("the buffer is full of more important reports");
            }
            tell(problems);
        } catch (PrinterSilentException e) {
            tell(List.of(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            log.debug("{} could not be polled", address, e);
            tell(List.of("could not be polled: " + e));
        } finally {
            polling.unlock();
        }
    }

    Health.Printer health(ReportSender sender) {
        var reading = lastReading;
        var serial = reading == null ? null : reading.serialNumber();
        var problems = new ArrayList<>(faults);
        if (serial != null && !sender.verdict(serial).isEmpty()) {
            problems.add(sender.verdict(serial));
        }
        return new Health.Printer(
                address.toString(),
                serial,
                reading == null ? null : reading.model(),
                lastAnswer,
                List.copyOf(problems));
    }

    private void tell(List<String> problems) {
        if (!problems.equals(faults)) {
            log.info("{}: {}", address, problems.isEmpty() ? "all well" : String.join("; ", problems));
        }
        faults = List.copyOf(problems);
    }
}
