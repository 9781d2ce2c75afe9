package io.platen.device.machine;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.device.Location;
import io.platen.contracts.id.DeviceId;
import io.platen.device.machine.DeviceCommand.ChangeLocation;
import io.platen.device.machine.DeviceCommand.RecordReport;
import io.platen.device.machine.DeviceCommand.RegisterDevice;
import io.platen.device.machine.DeviceEvent.AddedToAccount;
import io.platen.device.machine.DeviceEvent.CartridgeReplaced;
import io.platen.device.machine.DeviceEvent.CommunicationReceived;
import io.platen.device.machine.DeviceEvent.CountersReported;
import io.platen.device.machine.DeviceEvent.LocationChanged;
import io.platen.device.machine.DeviceEvent.MachineRegistered;
import io.platen.device.machine.DeviceEvent.SuppliesReported;
import io.platen.device.machine.DeviceEvent.TonerRanLow;
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

    private @Nullable Location location;
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
                model.ratedMonthlyPages()));
        if (command.accountId() != null) {
            apply(new AddedToAccount(command.deviceId(), command.accountId()));
        }
        if (command.location() != null) {
            apply(new LocationChanged(command.deviceId(), command.location(), command.on()));
        }
    }

    @CommandHandler
    void on(ChangeLocation command) {
        if (!command.location().equals(location)) {
            apply(new LocationChanged(command.deviceId(), command.location(), command.effectiveOn()));
        }
    }

    @CommandHandler
    ReportOutcome on(RecordReport report, ReportingRules rules) {
        if (reported.hasSeen(report)) {
            return ReportOutcome.DUPLICATE;
        }
        reported.newsIn(report, rules).forEach(AggregateLifecycle::apply);
        return ReportOutcome.ACCEPTED;
    }

    @EventSourcingHandler
    void on(DeviceEvent event) {
        switch (event) {
            case MachineRegistered registered -> deviceId = registered.deviceId();
            case AddedToAccount added -> {}
            case LocationChanged changed -> location = changed.location();
            case CommunicationReceived communication -> reported = reported.after(communication);
            case CountersReported counters -> reported = reported.after(counters);
            case SuppliesReported supplies -> reported = reported.after(supplies);
            case CartridgeReplaced replaced -> reported = reported.after(replaced);
            case TonerRanLow low -> reported = reported.after(low);
        }
    }
}
