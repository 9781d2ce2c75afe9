package io.platen.device.machine;

import static io.platen.device.machine.AccountOutcome.ON_ANOTHER_ACCOUNT;
import static io.platen.device.machine.AccountOutcome.THERE;
import static io.platen.device.machine.ReplacementOutcome.BY_ITSELF;
import static io.platen.device.machine.ReplacementOutcome.FINAL_COUNTERS_DIFFER;
import static io.platen.device.machine.ReplacementOutcome.FIRST_COUNTERS_DIFFER;
import static io.platen.device.machine.ReplacementOutcome.REPLACED;
import static io.platen.device.machine.ReplacementOutcome.WITHOUT_ACCOUNT;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.Location;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.machine.DeviceCommand.AddToAccount;
import io.platen.device.machine.DeviceCommand.ApplyCoverage;
import io.platen.device.machine.DeviceCommand.ChangeLocation;
import io.platen.device.machine.DeviceCommand.ChangeState;
import io.platen.device.machine.DeviceCommand.CheckSilence;
import io.platen.device.machine.DeviceCommand.RecordCommunicationTest;
import io.platen.device.machine.DeviceCommand.RecordReport;
import io.platen.device.machine.DeviceCommand.RegisterDevice;
import io.platen.device.machine.DeviceCommand.RemoveFromAccount;
import io.platen.device.machine.DeviceCommand.ReplaceDevice;
import io.platen.device.machine.DeviceCommand.SetEligibility;
import io.platen.device.machine.DeviceCommand.SetNote;
import io.platen.device.machine.DeviceEvent.AddedToAccount;
import io.platen.device.machine.DeviceEvent.AlertsReported;
import io.platen.device.machine.DeviceEvent.CartridgeReplaced;
import io.platen.device.machine.DeviceEvent.CommunicationLost;
import io.platen.device.machine.DeviceEvent.CommunicationReceived;
import io.platen.device.machine.DeviceEvent.CommunicationTestFailed;
import io.platen.device.machine.DeviceEvent.CommunicationTestPassed;
import io.platen.device.machine.DeviceEvent.CountersReported;
import io.platen.device.machine.DeviceEvent.CoverageChanged;
import io.platen.device.machine.DeviceEvent.EligibilityChanged;
import io.platen.device.machine.DeviceEvent.LocationChanged;
import io.platen.device.machine.DeviceEvent.MachineRegistered;
import io.platen.device.machine.DeviceEvent.NoteChanged;
import io.platen.device.machine.DeviceEvent.ReconnectionRequired;
import io.platen.device.machine.DeviceEvent.RemovedFromAccount;
import io.platen.device.machine.DeviceEvent.Replaced;
import io.platen.device.machine.DeviceEvent.StateChanged;
import io.platen.device.machine.DeviceEvent.SuppliesReported;
import io.platen.device.machine.DeviceEvent.TonerRanLow;
import io.platen.device.machine.SilenceOutcome.HeardSince;
import io.platen.device.machine.SilenceOutcome.Silent;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A machine with a serial number. What its agents tell is weighed by {@link LastReported}. */
@Aggregate(snapshotTriggerDefinition = "snapshotTrigger")
class Device {

    @AggregateIdentifier
    private @Nullable DeviceId deviceId;

    private List<Counter> counts = List.of();
    private @Nullable AccountId accountId;
    private @Nullable Location location;
    private Notes notes = Notes.NONE;
    private Condition condition = Condition.WORKING;
    private Coverage coverage = Coverage.NONE;
    private Monitoring monitoring = Monitoring.NOT_YET;
    private LastReported reported = LastReported.NOTHING;

    Device() {}

    @CommandHandler
    Device(RegisterDevice command) {
        var model = command.model();
        apply(new MachineRegistered(
                command.deviceId(),
                command.modelId(),
                model.manufacturer(),
                model.name(),
                command.serialNumber(),
                command.equipmentNumber(),
                model.counters(),
                model.tonerColours(),
                model.ratedMonthlyPages(),
                model.counterDigits()));
        if (command.accountId() != null) {
            apply(new AddedToAccount(command.deviceId(), command.accountId()));
        }
        if (command.location() != null) {
            apply(new LocationChanged(command.deviceId(), command.location(), command.on()));
        }
    }

    /** A device is on one account at a time: it has to leave one before it comes on another (DEV-21). */
    @CommandHandler
    AccountOutcome on(AddToAccount command) {
        if (accountId != null) {
            return accountId.equals(command.accountId()) ? THERE : ON_ANOTHER_ACCOUNT;
        }
        apply(new AddedToAccount(command.deviceId(), command.accountId()));
        return THERE;
    }

    /** What one customer wrote on it is not for the next. */
    @CommandHandler
    void on(RemoveFromAccount command) {
        if (accountId == null) {
            return;
        }
        for (var note : Notes.NUMBERS) {
            write(note, "");
        }
        apply(new RemovedFromAccount(command.deviceId(), accountId, command.reason()));
    }

    @CommandHandler
    void on(ChangeLocation command) {
        if (command.location().equals(location)) {
            return;
        }
        var moves = location != null;
        apply(new LocationChanged(command.deviceId(), command.location(), command.effectiveOn()));
        if (moves && monitoring.heard() && !monitoring.reconnect()) {
            apply(new ReconnectionRequired(command.deviceId(), command.effectiveOn()));
        }
    }

    @CommandHandler
    NoteOutcome on(SetNote command) {
        var text = command.text().strip();
        if (Notes.isTooLong(text)) {
            return NoteOutcome.TOO_LONG;
        }
        write(command.note(), text);
        return NoteOutcome.WRITTEN;
    }

    private void write(int note, String text) {
        var previous = notes.text(note);
        if (deviceId != null && !previous.equals(text)) {
            apply(new NoteChanged(deviceId, note, text, previous));
        }
    }

    @CommandHandler
    EligibilityOutcome on(SetEligibility command) {
        if (command.eligible() && !command.capable()) {
            return EligibilityOutcome.MODEL_NOT_CAPABLE;
        }
        if (!Boolean.valueOf(command.eligible()).equals(monitoring.eligible())) {
            apply(new EligibilityChanged(command.deviceId(), command.eligible()));
        }
        return EligibilityOutcome.SET;
    }

    @CommandHandler
    SilenceOutcome on(CheckSilence command, MonitoringRules rules) {
        var last = reported.lastHeard(command.reportedAt());
        if (last == null || !monitoring.heard() || monitoring.lost()) {
            return new Silent();
        }
        if (!last.plus(rules.silentAfter()).isBefore(command.now())) {
            return new HeardSince(last);
        }
        apply(new CommunicationLost(command.deviceId(), last));
        return new Silent();
    }

    @CommandHandler
    void on(ApplyCoverage command) {
        if (!command.coverage().equals(coverage)) {
            apply(new CoverageChanged(command.deviceId(), command.coverage()));
        }
    }

    @CommandHandler
    void on(ChangeState command) {
        if (command.state() != condition.state()) {
            var since = condition.notBefore(command.since());
            apply(new StateChanged(command.deviceId(), command.state(), since, command.ticket()));
        }
    }

    @CommandHandler
    ReplacementOutcome on(ReplaceDevice command) {
        if (command.newDeviceId().equals(command.deviceId())) {
            return BY_ITSELF;
        }
        if (accountId == null) {
            return WITHOUT_ACCOUNT;
        }
        if (!command.finalCounters().keySet().equals(Set.copyOf(counts))) {
            return FINAL_COUNTERS_DIFFER;
        }
        if (!command.firstCounters().keySet().equals(Set.copyOf(command.newDeviceCounts()))) {
            return FIRST_COUNTERS_DIFFER;
        }
        apply(new Replaced(
                command.deviceId(),
                command.newDeviceId(),
                accountId,
                command.replacedOn(),
                command.finalCounters(),
                command.firstCounters(),
                command.reason()));
        return REPLACED;
    }

    @CommandHandler
    ReportOutcome on(RecordReport report, ReportingRules rules) {
        if (reported.hasSeen(report)) {
            return reported.outcome(report.agentId(), false);
        }
        reported.newsIn(report, rules, monitoring.awaited()).forEach(AggregateLifecycle::apply);
        return reported.outcome(report.agentId(), true);
    }

    /** One that passed is a communication, but no look at the machine: reports of before are still news (DEV-32). */
    @CommandHandler
    boolean on(RecordCommunicationTest test) {
        if (reported.hasSeen(test)) {
            return false;
        }
        reported.newsIn(test).forEach(AggregateLifecycle::apply);
        return true;
    }

    @EventSourcingHandler
    void on(DeviceEvent event) {
        switch (event) {
            case MachineRegistered registered -> {
                deviceId = registered.deviceId();
                counts = registered.counters();
            }
            case AddedToAccount added -> accountId = added.accountId();
            case RemovedFromAccount removed -> {
                accountId = null;
                monitoring = monitoring.afterRemoval();
            }
            case LocationChanged changed -> location = changed.location();
            case NoteChanged changed -> notes = notes.with(changed.note(), changed.text());
            case EligibilityChanged changed -> monitoring = monitoring.withEligible(changed.eligible());
            case ReconnectionRequired required -> monitoring = monitoring.afterMove();
            case CommunicationLost lost -> monitoring = monitoring.afterSilence();
            case CoverageChanged changed -> coverage = changed.coverage();
            case StateChanged changed -> condition = new Condition(changed.state(), changed.since());
            case Replaced replaced -> {} // it leaves the account next
            case CommunicationReceived communication -> {
                if (reported.isNews(communication.observedAt())) {
                    monitoring = monitoring.afterCommunication();
                }
                reported = reported.after(communication);
            }
            case CountersReported counters -> reported = reported.after(counters);
            case SuppliesReported supplies -> reported = reported.after(supplies);
            case CartridgeReplaced replaced -> reported = reported.after(replaced);
            case TonerRanLow low -> reported = reported.after(low);
            case AlertsReported alerts -> reported = reported.after(alerts);
            case CommunicationTestPassed test -> reported = reported.afterTest(test.agentId(), test.sequence());
            case CommunicationTestFailed test -> reported = reported.afterTest(test.agentId(), test.sequence());
        }
    }
}
