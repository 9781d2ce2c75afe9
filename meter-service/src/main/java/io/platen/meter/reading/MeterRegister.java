package io.platen.meter.reading;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.meter.reading.MeterCommand.MoveDevice;
import io.platen.meter.reading.MeterCommand.OpenRegister;
import io.platen.meter.reading.MeterCommand.RecordRemoteCounters;
import io.platen.meter.reading.MeterCommand.SubmitRead;
import io.platen.meter.reading.MeterEvent.DeviceClockChanged;
import io.platen.meter.reading.MeterEvent.ReadRejected;
import io.platen.meter.reading.MeterEvent.ReadSubmitted;
import io.platen.meter.reading.MeterEvent.RegisterOpened;
import io.platen.meter.reading.MeterEvent.RemoteCountersRecorded;
import io.platen.meter.reading.MeterEvent.RemoteCountersRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The page counters of one device: they never run backwards, and a customer reads them at most once a day. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger")
class MeterRegister {

    /** A device that crosses the date line sees a day twice. */
    private static final int DAYS_THAT_MAY_COME_AGAIN = 3;

    @AggregateIdentifier
    private @Nullable DeviceId deviceId;

    private List<Counter> counters = List.of();
    private @Nullable Integer ratedMonthlyPages;
    private String warningKey = "";
    private DeviceClock deviceClock = DeviceClock.UNKNOWN;
    private ReadHistory history = ReadHistory.EMPTY;
    private @Nullable ReadId lastRead;
    /** Once a day means the day that was read (D-11): several past days may be handed in at once. */
    private Set<LocalDate> customerDays = Set.of();

    private @Nullable RemoteRead remoteRead;
    private @Nullable LocalDate remoteRefusedOn;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void open(OpenRegister command) {
        if (deviceId == null) {
            apply(new RegisterOpened(
                    command.deviceId(), command.counters(), command.ratedMonthlyPages(), command.warningKey()));
        }
    }

    @CommandHandler
    void move(MoveDevice command) {
        if (!deviceClock.moved(command.zone(), command.effectiveOn()).equals(deviceClock)) {
            apply(new DeviceClockChanged(command.deviceId(), command.zone(), command.effectiveOn()));
        }
    }

    @CommandHandler
    Decision submit(SubmitRead command, Clock clock) {
        var now = clock.instant();
        var today = deviceClock.dayOf(now);
        var readOn = command.readOn() == null ? today : command.readOn();
        var submission =
                new Submission(counters, ratedMonthlyPages, history, customerDays, today, command.counters(), readOn);

        var objections = submission.objections();
        if (!objections.isEmpty()) {
            var reasons = objections.stream()
                    .map(Objection::reason)
                    .distinct()
                    .sorted()
                    .toList();
            apply(new ReadRejected(command.deviceId(), reasons, submission.numbersEntered(), readOn, history.latest()));
            return new Decision.Refused(objections);
        }

        var read = submission.counters();
        var doubts = submission.doubts();
        var token = WarningToken.of(warningKey, command.deviceId(), readOn, read, lastRead);
        if (!doubts.isEmpty() && !token.matches(command.warningToken())) {
            return new Decision.Doubtful(doubts, token.text());
        }

        var confirmed = !doubts.isEmpty();
        var previousOn = history.lastReadOn();
        var previous = previousOn == null ? null : new DayRead(previousOn, history.latest());
        apply(new ReadSubmitted(command.readId(), command.deviceId(), read, readOn, today, confirmed, now));
        return new Decision.Accepted(command.readId(), readOn, read, previous, confirmed);
    }

    /** Never objects aloud: a machine cannot answer. What is old, unchanged or unreadable is passed over. */
    @CommandHandler
    void record(RecordRemoteCounters command, Clock clock) {
        var now = clock.instant();
        var readOn = deviceClock.dayOf(command.observedAt());
        var lastReadOn = history.lastReadOn();
        var read = RemoteReport.inCountersOf(counters, command.reported());
        var replaced = remoteRead != null && readOn.equals(remoteRead.readOn()) ? remoteRead : null;
        if (read.isEmpty()
                || readOn.isAfter(deviceClock.dayOf(now))
                || (lastReadOn != null && readOn.isBefore(lastReadOn))
                || (replaced != null && read.equals(replaced.counters()))) {
            return;
        }
        var lower = history.latest().anyAbove(read);
        if (!lower && !read.colourExceedsTotal()) {
            var replaces = replaced == null ? null : replaced.readId();
            apply(new RemoteCountersRecorded(command.readId(), command.deviceId(), read, readOn, now, replaces));
        } else if (!readOn.equals(remoteRefusedOn)) {
            var reason = lower ? ReadRejection.METER_LOWER_THAN_PREVIOUS : ReadRejection.COLOUR_ABOVE_TOTAL;
            apply(new RemoteCountersRefused(command.deviceId(), reason, read, readOn, history.latest()));
        }
    }

    @EventSourcingHandler
    void on(MeterEvent event) {
        switch (event) {
            case RegisterOpened opened -> {
                deviceId = opened.deviceId();
                counters = opened.counters();
                ratedMonthlyPages = opened.ratedMonthlyPages();
                warningKey = opened.warningKey();
            }
            case DeviceClockChanged moved -> deviceClock = deviceClock.moved(moved.zone(), moved.effectiveOn());
            case ReadSubmitted read -> {
                history = history.with(read.readOn(), read.counters());
                lastRead = read.readId();
                remember(read.readOn());
            }
            case RemoteCountersRecorded read -> {
                history = history.with(read.readOn(), read.counters());
                lastRead = read.readId();
                remoteRead = new RemoteRead(read.readId(), read.readOn(), read.counters());
            }
            case ReadRejected rejected -> {}
            case RemoteCountersRefused refused -> remoteRefusedOn = refused.readOn();
        }
    }

    private record RemoteRead(ReadId readId, LocalDate readOn, Counters counters) {}

    private void remember(LocalDate readOn) {
        var days = new TreeSet<>(customerDays);
        days.add(readOn);
        customerDays = Set.copyOf(days.tailSet(days.last().minusDays(DAYS_THAT_MAY_COME_AGAIN)));
    }
}
