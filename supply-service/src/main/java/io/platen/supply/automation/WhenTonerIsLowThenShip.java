package io.platen.supply.automation;

import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.ModelRegistered;
import io.platen.contracts.device.RemoteEligibilityChanged;
import io.platen.contracts.device.SupplyLevelsReported;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.device.TonerReplaced;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import io.platen.supply.autotoner.Decision.Settled;
import io.platen.supply.autotoner.EnrolmentCommand;
import io.platen.supply.autotoner.EnrolmentCommand.CheckReporting;
import io.platen.supply.autotoner.EnrolmentCommand.MoveToAccount;
import io.platen.supply.autotoner.EnrolmentCommand.OpenEnrolment;
import io.platen.supply.autotoner.EnrolmentCommand.RecordLow;
import io.platen.supply.autotoner.EnrolmentCommand.RecordReplaced;
import io.platen.supply.autotoner.EnrolmentCommand.SetEligibility;
import io.platen.supply.directory.Devices;
import io.platen.supply.directory.Models;
import io.platen.supply.place.OrderPlacing;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Every device has an enrolment that follows it; low toner ships where it is active (SUP-48). */
@Component
class WhenTonerIsLowThenShip implements InboxConsumer {

    private final CommandGateway commands;
    private final Models models;
    private final Devices devices;
    private final OrderPlacing orders;
    private final Clock clock;

    WhenTonerIsLowThenShip(CommandGateway commands, Models models, Devices devices, OrderPlacing orders, Clock clock) {
        this.commands = commands;
        this.models = models;
        this.devices = devices;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "auto-toner";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.DEVICE);
    }

    @Override
    public void on(Received received) {
        var sequence = received.metadata().sequence();
        switch (received.event()) {
            case ModelRegistered model -> on(model);
            case DeviceRegistered device -> on(device);
            case DeviceAddedToAccount added -> settle(new MoveToAccount(added.deviceId(), added.accountId(), sequence));
            case DeviceRemovedFromAccount removed -> settle(new MoveToAccount(removed.deviceId(), null, sequence));
            case RemoteEligibilityChanged changed -> on(changed, sequence);
            case DeviceCommunicationReceived spoke -> communicated(spoke.deviceId(), spoke.observedAt());
            case CounterReported spoke -> communicated(spoke.deviceId(), spoke.observedAt());
            case SupplyLevelsReported spoke -> communicated(spoke.deviceId(), spoke.observedAt());
            case TonerLow low -> {
                var last = lastCommunication(low.deviceId(), low.observedAt());
                settle(new RecordLow(low.deviceId(), low.colour(), low.observedAt(), last));
                devices.communicated(low.deviceId(), last);
            }
            case TonerReplaced replaced -> {
                var last = lastCommunication(replaced.deviceId(), replaced.observedAt());
                settle(new RecordReplaced(replaced.deviceId(), replaced.colour(), replaced.observedAt(), last));
                devices.communicated(replaced.deviceId(), last);
            }
            default -> {} // who looks after a device and where it stands do not matter here
        }
    }

    private void on(ModelRegistered model) {
        models.lock(model.modelId());
        for (var device : devices.ofModel(model.modelId())) {
            settle(new SetEligibility(device.deviceId(), model.autoTonerCapable(), device.lastCommunicationAt()));
        }
        models.put(model.modelId(), model.autoTonerCapable());
    }

    private void on(DeviceRegistered device) {
        models.lock(device.modelId());
        var eligible = models.isAutoTonerCapable(device.modelId());
        var settled = send(new OpenEnrolment(device.deviceId(), device.serialNumber(), eligible));
        devices.add(device.deviceId(), device.modelId(), Set.copyOf(device.tonerColours()), settled.state());
    }

    /** Its model, which comes on another partition, waits meanwhile or is waited for. */
    private void on(RemoteEligibilityChanged changed, long sequence) {
        var device = changed.deviceId();
        devices.modelOf(device).ifPresent(models::lock);
        if (devices.say(device, changed.eligible(), sequence)) {
            var last =
                    devices.find(device).map(Devices.Known::lastCommunicationAt).orElse(null);
            settle(new SetEligibility(device, changed.eligible(), last));
        }
    }

    /** Only a device that had fallen silent is asked about; of all the others the time is noted. */
    private void communicated(DeviceId device, Instant observedAt) {
        var known = devices.find(device);
        if (known.isEmpty()) {
            return;
        }
        var last = lastCommunication(device, observedAt);
        if (!last.equals(known.get().lastCommunicationAt())) {
            if (known.get().state() == AutoTonerState.ENABLED_INACTIVE) {
                settle(new CheckReporting(device, last));
            }
            devices.communicated(device, last);
        }
    }

    /** What is known, or this; nothing lies in the future. */
    private Instant lastCommunication(DeviceId device, Instant observedAt) {
        var now = clock.instant();
        var reported = observedAt.isAfter(now) ? now : observedAt;
        return devices.find(device)
                .map(Devices.Known::lastCommunicationAt)
                .filter(reported::isBefore)
                .orElse(reported);
    }

    private void settle(EnrolmentCommand command) {
        var settled = send(command);
        orders.place(settled.shipments(), commands::sendAndWait);
        devices.become(command.deviceId(), settled.state());
    }

    private Settled send(EnrolmentCommand command) {
        return commands.sendAndWait(command);
    }
}
