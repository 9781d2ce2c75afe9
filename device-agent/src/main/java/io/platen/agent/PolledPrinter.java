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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One printer in the agent's care: when it is due, and how it did last time. Nothing it answers may stop the others. */
final class PolledPrinter {

    private static final Logger log = LoggerFactory.getLogger(PolledPrinter.class);

    /** A printer that breaks off every time is reported with what it tells from this time on. */
    private static final int PATIENCE = 3;

    /** So often unanswered in a row, a printer no longer stands for its serial number: another address may have it. */
    private static final int GONE = 2;

    private final PrinterAddress address;
    private final boolean found;
    private final Clock clock;
    private final ReentrantLock polling = new ReentrantLock();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Instant countersDue = Instant.MIN;
    private volatile Instant suppliesDue = Instant.MIN;
    private volatile @Nullable Instant lastAnswer;
    private volatile @Nullable PrinterReading lastReading;
    private volatile List<String> faults = List.of();
    private volatile int unanswered;
    private int brokenOff;

    /** @param found by a search, not named by anybody */
    PolledPrinter(PrinterAddress address, boolean found, Clock clock) {
        this.address = address;
        this.found = found;
        this.clock = clock;
    }

    PrinterAddress address() {
        return address;
    }

    /** Whether it may be put into the queue: it is due, and not there yet. */
    boolean takeTurn(Duration countersEvery, Duration suppliesEvery) {
        return isDue(countersEvery, suppliesEvery) && waiting.compareAndSet(false, true);
    }

    private boolean isDue(Duration countersEvery, Duration suppliesEvery) {
        var now = clock.instant();
        return isDue(suppliesDue, suppliesEvery, now) || isDue(countersDue, countersEvery, now);
    }

    /** Farther off than one round, the clock was set back: nobody waits for the old time to come again. */
    private static boolean isDue(Instant due, Duration every, Instant now) {
        return !now.isBefore(due) || now.plus(every).isBefore(due);
    }

    /** Reads and reports; a printer that did not answer is asked for its counters again at the next supplies poll. */
    void poll(
            PrinterReader reader,
            Reporter reporter,
            SerialNumbers serials,
            Duration countersEvery,
            Duration suppliesEvery,
            boolean all) {
        waiting.set(false);
        if (all) {
            polling.lock(); // asked for by somebody: after the poll that runs, not instead of it
        } else if (!polling.tryLock()) {
            return;
        }
        try {
            var now = clock.instant();
            boolean withCounters = all || isDue(countersDue, countersEvery, now);
            suppliesDue = now.plus(suppliesEvery);
            if (withCounters) {
                countersDue =
                        suppliesDue.compareTo(now.plus(countersEvery)) < 0 ? suppliesDue : now.plus(countersEvery);
            }
            var reading = reader.read(address, withCounters);
            lastReading = reading;
            lastAnswer = now;
            unanswered = 0;
            if (withCounters) {
                countersDue = now.plus(countersEvery);
            }
            tell(report(reading, reporter, serials));
        } catch (PrinterSilentException e) {
            countUnanswered();
            tell(List.of(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            log.debug("{} could not be polled", address, e);
            tell(List.of("could not be polled: " + e));
        } finally {
            polling.unlock();
        }
    }

    /** @return what is wrong */
    private List<String> report(PrinterReading reading, Reporter reporter, SerialNumbers serials) {
        var problems = new ArrayList<>(reading.faults());
        brokenOff = reading.complete() ? 0 : brokenOff + 1;
        if (brokenOff > 0 && brokenOff < PATIENCE) {
            return problems; // half an answer would take the other half off the device's page
        }
        var serial = reading.serialNumber();
        if (serial == null) {
            return problems;
        }
        var other = serials.holderBeside(serial, this);
        if (other.isPresent()) {
            problems.add(
                    "the printer at " + other.get().address() + " has the same serial number; only that is reported");
        } else if (reporter.report(reading) == null) {
            problems.add("the buffer is full of more important reports");
        }
        return problems;
    }

    /** Under the lock of the poll. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void countUnanswered() {
        unanswered++;
    }

    /** Whether this is where the serial number is now. */
    boolean standsFor(String serialNumber) {
        var reading = lastReading;
        return reading != null && serialNumber.equals(reading.serialNumber()) && unanswered < GONE;
    }

    boolean isSilent() {
        return unanswered > 0;
    }

    /** Found by a search and away for good: the next search finds whatever comes back. */
    boolean isForgotten(Duration after) {
        var answered = lastAnswer;
        return found
                && unanswered >= GONE
                && (answered == null
                        || Duration.between(answered, clock.instant()).compareTo(after) > 0);
    }

    boolean wasFound() {
        return found;
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
                isSilent(),
                List.copyOf(problems));
    }

    private void tell(List<String> problems) {
        if (!problems.equals(faults)) {
            log.info("{}: {}", address, problems.isEmpty() ? "all well" : String.join("; ", problems));
        }
        faults = List.copyOf(problems);
    }
}
