package io.platen.meter.reading;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.reading.MeterCommand.ApplyCorrection;
import io.platen.meter.reading.MeterCommand.CheckCorrection;
import io.platen.meter.reading.MeterCommand.EndSchedule;
import io.platen.meter.reading.MeterCommand.KeepSchedule;
import io.platen.meter.reading.MeterCommand.MoveDevice;
import io.platen.meter.reading.MeterCommand.OpenRegister;
import io.platen.meter.reading.MeterCommand.RecordEngineerRead;
import io.platen.meter.reading.MeterCommand.RecordRemoteCounters;
import io.platen.meter.reading.MeterCommand.ResetCounters;
import io.platen.meter.reading.MeterCommand.ScheduleReads;
import io.platen.meter.reading.MeterCommand.ShortenSchedule;
import io.platen.meter.reading.MeterCommand.SubmitRead;
import io.platen.meter.reading.MeterEvent.CountersReset;
import io.platen.meter.reading.MeterEvent.DeviceClockChanged;
import io.platen.meter.reading.MeterEvent.DueWindowOpened;
import io.platen.meter.reading.MeterEvent.NextStepMoved;
import io.platen.meter.reading.MeterEvent.ReadCorrected;
import io.platen.meter.reading.MeterEvent.ReadMissed;
import io.platen.meter.reading.MeterEvent.ReadRejected;
import io.platen.meter.reading.MeterEvent.ReadScheduled;
import io.platen.meter.reading.MeterEvent.ReadSubmitted;
import io.platen.meter.reading.MeterEvent.RegisterOpened;
import io.platen.meter.reading.MeterEvent.RemoteCountersRecorded;
import io.platen.meter.reading.MeterEvent.RemoteCountersRefused;
import io.platen.meter.reading.MeterEvent.ScheduleAgreed;
import io.platen.meter.reading.MeterEvent.ScheduleEnded;
import io.platen.meter.reading.MeterEvent.ScheduleShortened;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The page counters of one device: their billing meter never runs backwards, a customer reads them at most once a day,
 * and under a contract they are read on a schedule.
 */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger")
class MeterRegister {

    /** A device that crosses the date line sees a day twice. */
    private static final int DAYS_THAT_MAY_COME_AGAIN = 3;

    private static final int TIMES_EXPECTED = 3;
    private static final int USUAL_PAGES = 500;

    @AggregateIdentifier
    private @Nullable DeviceId deviceId;

    private List<Counter> counters = List.of();
    private @Nullable Integer ratedMonthlyPages;
    private @Nullable Integer counterDigits;
    private String warningKey = "";
    private DeviceClock deviceClock = DeviceClock.UNKNOWN;
    private BillingMeter meter = BillingMeter.AS_SHOWN;
    private ReadHistory history = ReadHistory.EMPTY;
    private @Nullable ReadId lastRead;
    /** Once a day means the day that was read (D-11): several past days may be handed in at once. */
    private Set<LocalDate> customerDays = Set.of();

    private @Nullable RemoteRead remoteRead;
    private @Nullable LocalDate remoteRefusedOn;
    private ReadSchedule schedule = ReadSchedule.NONE;
    private @Nullable Instant leftAt;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void open(OpenRegister command) {
        if (!isOpen()) {
            apply(new RegisterOpened(
                    command.deviceId(),
                    command.counters(),
                    command.ratedMonthlyPages(),
                    command.warningKey(),
                    command.counterDigits()));
        }
    }

    @CommandHandler
    void move(MoveDevice command) {
        if (!deviceClock.moved(command.zone(), command.effectiveOn()).equals(deviceClock)) {
            var before = nextStepAt();
            apply(new DeviceClockChanged(command.deviceId(), command.zone(), command.effectiveOn()));
            var after = nextStepAt();
            if (after != null && !after.equals(before)) {
                apply(new NextStepMoved(command.deviceId(), after));
            }
        }
    }

    @CommandHandler
    Decision submit(SubmitRead command, Clock clock) {
        requireOpen(command.deviceId());
        var now = clock.instant();
        var today = deviceClock.dayOf(now);
        var readOn = command.readOn() == null ? today : command.readOn();
        var shown = history.shown(meter);
        var submission = new Submission(
                counters,
                ratedMonthlyPages,
                shown,
                meter,
                customerDays,
                command.reason() != null,
                today,
                command.counters(),
                readOn);

        var objections = submission.objections();
        if (!objections.isEmpty()) {
            apply(new ReadRejected(
                    command.deviceId(), reasons(objections), submission.numbersEntered(), readOn, shown.latest()));
            return new Decision.Refused(objections);
        }

        var read = submission.counters();
        var doubts = submission.doubts();
        var token = WarningToken.of(warningKey, command.deviceId(), readOn, read, lastRead);
        if (!doubts.isEmpty() && !token.matches(command.warningToken())) {
            return new Decision.Doubtful(doubts, token.text());
        }

        var confirmed = !doubts.isEmpty();
        var previousOn = shown.lastReadOn();
        var previous = previousOn == null ? null : new DayRead(previousOn, shown.latest());
        take(new ReadSubmitted(
                command.readId(),
                command.deviceId(),
                read,
                readOn,
                today,
                confirmed,
                now,
                command.source() == ReadSource.CUSTOMER ? null : command.source(),
                command.reason(),
                meter.unlessShown(read)));
        return new Decision.Accepted(command.readId(), readOn, read, previous, confirmed);
    }

    /** Comes with a machine that is put up or taken away; of a new one the model may not have been told yet. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ReadOutcome record(RecordEngineerRead command, Clock clock) {
        var now = clock.instant();
        var today = deviceClock.dayOf(now);
        var readOn = command.readOn().isAfter(today) ? today : command.readOn();
        var lastReadOn = history.lastReadOn();
        var read = isOpen() ? command.counters().only(counters) : command.counters();
        var shown = meter.shown(history.latest());
        if (read.isEmpty()) {
            return ReadOutcome.PASSED_OVER;
        }
        var late = lastReadOn != null && readOn.isBefore(lastReadOn);
        if (late || shown.anyAbove(read)) {
            var reason = late ? ReadRejection.READ_DATE_INVALID : ReadRejection.METER_LOWER_THAN_PREVIOUS;
            apply(new ReadRejected(command.deviceId(), List.of(reason), byName(read), readOn, shown));
            return ReadOutcome.REFUSED;
        }
        take(new ReadSubmitted(
                command.readId(),
                command.deviceId(),
                read,
                readOn,
                today,
                false,
                now,
                ReadSource.ENGINEER,
                null,
                meter.unlessShown(read)));
        return ReadOutcome.TAKEN;
    }

    /** Never objects aloud: a machine cannot answer. What is old, unchanged or unreadable is passed over. */
    @CommandHandler
    ReadOutcome record(RecordRemoteCounters command, Clock clock) {
        var now = clock.instant();
        var readOn = deviceClock.dayOf(command.observedAt());
        var lastReadOn = history.lastReadOn();
        var read = RemoteReport.inCountersOf(counters, command.reported());
        var replaced = remoteRead != null && readOn.equals(remoteRead.readOn()) ? remoteRead : null;
        if (read.isEmpty()
                || readOn.isAfter(deviceClock.dayOf(now))
                || (lastReadOn != null && readOn.isBefore(lastReadOn))
                || (replaced != null && read.equals(replaced.counters()))) {
            return ReadOutcome.PASSED_OVER;
        }
        var shown = history.shown(meter);
        var expectation = new Expectation(shown, ratedMonthlyPages);
        var wrapped = new WrapAround(expectation, counterDigits).capacities(shown.latest(), read, readOn);
        var impossible = wrapped.isEmpty() || meter.of(read).colourExceedsTotal();
        if (impossible) {
            if (!readOn.equals(remoteRefusedOn)) {
                var reason =
                        wrapped.isEmpty() ? ReadRejection.METER_LOWER_THAN_PREVIOUS : ReadRejection.COLOUR_ABOVE_TOTAL;
                apply(new RemoteCountersRefused(command.deviceId(), reason, read, readOn, shown.latest()));
            }
            return ReadOutcome.REFUSED;
        }
        var capacities = wrapped.get();
        if (!capacities.isEmpty()) {
            apply(new CountersReset(command.deviceId(), readOn, capacities, capacities.atZero(), WrapAround.REASON));
        }
        var jumped = capacities.isEmpty() && jumped(expectation, read, readOn);
        var replaces = replaced == null ? null : replaced.readId();
        take(new RemoteCountersRecorded(
                command.readId(), command.deviceId(), read, readOn, now, replaces, meter.unlessShown(read)));
        return jumped ? ReadOutcome.DOUBTED : ReadOutcome.TAKEN;
    }

    private static boolean jumped(Expectation expectation, Counters read, LocalDate readOn) {
        return read.pages().entrySet().stream().anyMatch(counter -> {
            var expected = expectation.of(counter.getKey(), readOn);
            return expected != null
                    && counter.getValue() - expected.last() > TIMES_EXPECTED * Math.max(USUAL_PAGES, expected.growth());
        });
    }

    /** @return why not, where anything is wrong; then nothing is stored */
    @CommandHandler
    List<Objection> reset(ResetCounters command, Clock clock) {
        requireOpen(command.deviceId());
        var today = deviceClock.dayOf(clock.instant());
        var resetOn = command.resetOn() == null ? today : command.resetOn();
        var check =
                new ResetCheck(counters, meter.shown(history.latest()), command.oldCounters(), command.newCounters());
        var objections = check.objections(resetOn, new ReadDates(today, history.lastReadOn()));
        if (objections.isEmpty()) {
            apply(new CountersReset(command.deviceId(), resetOn, check.before(), check.after(), command.reason()));
        }
        return objections;
    }

    @CommandHandler
    List<Objection> check(CheckCorrection command, ReadLedger ledger, Clock clock) {
        requireOpen(command.deviceId());
        return new CorrectionCheck(
                        counters,
                        ledger.of(command.deviceId()),
                        command.corrected(),
                        deviceClock.dayOf(clock.instant()),
                        command.counters(),
                        command.readOn())
                .objections();
    }

    /** @return why not, where anything is wrong; then nothing is stored */
    @CommandHandler
    List<Objection> correct(ApplyCorrection command, ReadLedger ledger, Clock clock) {
        var check = new CorrectionCheck(
                counters,
                ledger.of(command.deviceId()),
                command.corrected(),
                deviceClock.dayOf(clock.instant()),
                new HashMap<>(byName(command.counters())),
                command.readOn());
        var objections = check.objections();
        if (objections.isEmpty()) {
            var wrong = check.wrong();
            var wrongOn = wrong.map(LedgerRead::readOn).orElse(command.invoicedOn());
            apply(new ReadCorrected(
                    command.readId(),
                    command.deviceId(),
                    wrong.map(LedgerRead::readId).orElse(null),
                    wrongOn,
                    wrong.map(LedgerRead::counters).orElse(check.meter().shown(command.invoiced())),
                    check.besides(wrongOn),
                    command.readOn(),
                    wrong.map(LedgerRead::source).orElse(ReadSource.PHONE),
                    command.counters(),
                    check.meter().of(command.counters()),
                    command.correctionId(),
                    command.number(),
                    command.reason()));
        }
        return objections;
    }

    /** The contract may be told before the device; one that was agreed before the device left does not bring it back. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void schedule(ScheduleReads command, Clock clock) {
        var left = leftAt;
        if (schedule.knows(command.term().contractId())
                || (left != null && command.agreedAt().isBefore(left))) {
            return;
        }
        var now = clock.instant();
        var term = command.term().from(ReadSchedule.firstDay(deviceClock.dayOf(now)));
        apply(new ScheduleAgreed(command.deviceId(), term));
        reschedule(command.deviceId());
        keep(command.deviceId(), now);
    }

    @CommandHandler
    void shorten(ShortenSchedule command, Clock clock) {
        if (schedule.outlasts(command.contractId(), command.lastDay())) {
            var now = clock.instant();
            var first = ReadSchedule.firstDay(deviceClock.dayOf(now));
            apply(new ScheduleShortened(command.deviceId(), command.contractId(), command.lastDay(), first));
            reschedule(command.deviceId());
            keep(command.deviceId(), now);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void end(EndSchedule command) {
        if (leftAt == null || leftAt.isBefore(command.leftAt())) {
            apply(new ScheduleEnded(command.deviceId(), command.leftAt(), schedule.told()));
        }
    }

    /** @return when to look again; null where nothing is due */
    @CommandHandler
    @Nullable
    Instant keep(KeepSchedule command, Clock clock) {
        keep(command.deviceId(), clock.instant());
        return nextStepAt();
    }

    private void keep(DeviceId device, Instant now) {
        var today = deviceClock.dayOf(now);
        closeUntil(device, today);
        var due = schedule.dueOn();
        if (due != null && schedule.toBeOpened(today)) {
            var closesOn = ReadSchedule.closesOn(due);
            apply(new DueWindowOpened(
                    device, due, ReadSchedule.opensOn(due), closesOn, deviceClock.startOf(closesOn.plusDays(1))));
        }
    }

    private void closeUntil(DeviceId device, LocalDate day) {
        for (var due = schedule.dueOn(); due != null && schedule.closedBy(day); due = schedule.dueOn()) {
            var estimate = new Expectation(history, ratedMonthlyPages).estimate(counters, due);
            apply(new ReadMissed(device, due, estimate, schedule.missedInARow() + 1));
            reschedule(device);
        }
    }

    /** An item that was over before the read is estimated by what was known before it. */
    private void take(MeterEvent.AcceptedRead read) {
        closeUntil(read.deviceId(), read.readOn());
        apply(read);
        if (schedule.dueOn() == null && schedule.told()) {
            reschedule(read.deviceId());
        }
    }

    private void reschedule(DeviceId device) {
        var due = schedule.next();
        if (due == null && schedule.told()) {
            apply(new ScheduleEnded(device, null, true));
        } else if (due != null && schedule.differs(due)) {
            apply(new ReadScheduled(device, due, deviceClock.startOf(ReadSchedule.opensOn(due))));
        }
    }

    private @Nullable Instant nextStepAt() {
        var day = schedule.nextStepOn();
        return day == null ? null : deviceClock.startOf(day);
    }

    private boolean isOpen() {
        return !warningKey.isEmpty();
    }

    /** Known by its contract alone it has no counters to read. */
    private void requireOpen(DeviceId device) {
        if (!isOpen()) {
            throw new AggregateNotFoundException(device.toString(), "The register is not open yet");
        }
    }

    @EventSourcingHandler
    void on(MeterEvent event) {
        deviceId = event.deviceId();
        switch (event) {
            case RegisterOpened opened -> {
                counters = opened.counters();
                ratedMonthlyPages = opened.ratedMonthlyPages();
                counterDigits = opened.counterDigits();
                warningKey = opened.warningKey();
            }
            case DeviceClockChanged moved -> deviceClock = deviceClock.moved(moved.zone(), moved.effectiveOn());
            case ReadSubmitted read -> {
                taken(read);
                if (read.from() == ReadSource.CUSTOMER || read.from() == ReadSource.PHONE) {
                    remember(read.readOn());
                }
            }
            case RemoteCountersRecorded read -> {
                taken(read);
                remoteRead = new RemoteRead(read.readId(), read.readOn(), read.counters());
            }
            case ReadRejected rejected -> {}
            case RemoteCountersRefused refused -> remoteRefusedOn = refused.readOn();
            case CountersReset reset -> {
                history = history.with(reset.resetOn(), meter.of(reset.oldCounters()));
                meter = meter.reset(reset.oldCounters(), reset.newCounters());
            }
            case ReadCorrected read -> {
                history = history.corrected(read.correctedOn(), read.besides(), read.readOn(), read.billingMeter());
                lastRead = read.readId();
                remoteRead = null;
            }
            case ScheduleAgreed agreed -> schedule = schedule.agreed(agreed.term());
            case ScheduleShortened shortened ->
                schedule = schedule.shortened(shortened.contractId(), shortened.lastDay(), shortened.from());
            case ReadScheduled scheduled -> schedule = schedule.scheduled(scheduled.dueOn());
            case DueWindowOpened opened -> schedule = schedule.opened();
            case NextStepMoved moved -> {}
            case ReadMissed missed -> schedule = schedule.missed(missed.missedInARow());
            case ScheduleEnded ended -> {
                schedule = schedule.ended(ended.leftAt() != null);
                leftAt = ended.leftAt() == null ? leftAt : ended.leftAt();
            }
        }
    }

    private void taken(MeterEvent.AcceptedRead read) {
        history = history.with(read.readOn(), meter.of(read.counters()));
        lastRead = read.readId();
        schedule = schedule.read(read.readOn());
    }

    private record RemoteRead(ReadId readId, LocalDate readOn, Counters counters) {}

    private void remember(LocalDate readOn) {
        var days = new TreeSet<>(customerDays);
        days.add(readOn);
        customerDays = Set.copyOf(days.tailSet(days.last().minusDays(DAYS_THAT_MAY_COME_AGAIN)));
    }

    private static List<ReadRejection> reasons(List<Objection> objections) {
        return objections.stream().map(Objection::reason).distinct().sorted().toList();
    }

    private static Map<String, Long> byName(Counters counters) {
        var named = new TreeMap<String, Long>();
        counters.pages().forEach((counter, pages) -> named.put(CounterNames.nameOf(counter), pages));
        return named;
    }
}
