package io.platen.device.publish;

import io.platen.contracts.device.AgentHealthReported;
import io.platen.contracts.device.CommunicationTestFailed;
import io.platen.contracts.device.CommunicationTestPassed;
import io.platen.contracts.device.CounterReported;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAlertsReported;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceCommunicationLost;
import io.platen.contracts.device.DeviceCommunicationReceived;
import io.platen.contracts.device.DeviceCoverageChanged;
import io.platen.contracts.device.DeviceGroupChanged;
import io.platen.contracts.device.DeviceGroupCreated;
import io.platen.contracts.device.DeviceGroupDeleted;
import io.platen.contracts.device.DeviceLocationChanged;
import io.platen.contracts.device.DeviceNoteChanged;
import io.platen.contracts.device.DeviceReconnectionRequired;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.device.DeviceRequestApproved;
import io.platen.contracts.device.DeviceRequestRejected;
import io.platen.contracts.device.DeviceRequested;
import io.platen.contracts.device.DeviceStateChanged;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.device.RemoteEligibilityChanged;
import io.platen.contracts.device.SupplyLevelsReported;
import io.platen.contracts.device.TonerLow;
import io.platen.contracts.device.TonerReplaced;
import io.platen.contracts.event.PublishedEvent;
import io.platen.device.agent.AgentEvent;
import io.platen.device.assignment.AssignmentEvent;
import io.platen.device.group.GroupEvent;
import io.platen.device.machine.DeviceEvent;
import io.platen.device.model.ModelEvent;
import io.platen.device.request.RequestEvent;
import io.platen.platform.publish.PublishedEventMapper;
import io.platen.platform.publish.StoredEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What device-service stores, as it tells it. */
@Component
public class DevicePublications implements PublishedEventMapper {

    @Override
    public List<PublishedEvent> publish(StoredEvent event) {
        return switch (event.payload()) {
            case ModelEvent model -> List.of(published(model));
            case DeviceEvent device -> published(device).map(List::of).orElseGet(List::of);
            case AssignmentEvent assignment -> List.of(published(assignment));
            case RequestEvent request -> List.of(published(request));
            case GroupEvent group -> List.of(published(group));
            case AgentEvent agent -> List.of(published(agent));
            default -> throw new IllegalStateException("No event of this service: " + event.payload());
        };
    }

    private static PublishedEvent published(ModelEvent event) {
        return switch (event) {
            case ModelEvent.ModelRegistered e ->
                new io.platen.contracts.device.ModelRegistered(
                        e.modelId(),
                        e.facts().manufacturer(),
                        e.facts().name(),
                        e.facts().counters(),
                        e.facts().tonerColours(),
                        e.facts().autoTonerCapable(),
                        e.facts().ratedMonthlyPages());
        };
    }

    private static Optional<PublishedEvent> published(DeviceEvent event) {
        return switch (event) {
            case DeviceEvent.MachineRegistered e ->
                Optional.of(new DeviceRegistered(
                        e.deviceId(),
                        e.modelId(),
                        e.manufacturer(),
                        e.model(),
                        e.serialNumber(),
                        e.equipmentNumber(),
                        e.counters(),
                        e.tonerColours(),
                        e.ratedMonthlyPages(),
                        e.counterDigits()));
            case DeviceEvent.AddedToAccount e -> Optional.of(new DeviceAddedToAccount(e.deviceId(), e.accountId()));
            case DeviceEvent.LocationChanged e ->
                Optional.of(new DeviceLocationChanged(e.deviceId(), e.location(), e.effectiveOn()));
            case DeviceEvent.CommunicationReceived e ->
                e.announced()
                        ? Optional.of(new DeviceCommunicationReceived(e.deviceId(), e.agentId(), e.observedAt()))
                        : Optional.empty();
            case DeviceEvent.CountersReported e ->
                Optional.of(new CounterReported(e.deviceId(), e.counters(), e.observedAt()));
            case DeviceEvent.SuppliesReported e ->
                Optional.of(new SupplyLevelsReported(e.deviceId(), e.supplies(), e.observedAt()));
            case DeviceEvent.CartridgeReplaced e ->
                Optional.of(new TonerReplaced(e.deviceId(), e.colour(), e.observedAt()));
            case DeviceEvent.TonerRanLow e ->
                Optional.of(new TonerLow(e.deviceId(), e.colour(), e.percent(), e.observedAt()));
            case DeviceEvent.NoteChanged e ->
                Optional.of(new DeviceNoteChanged(e.deviceId(), e.note(), e.text(), e.previous()));
            case DeviceEvent.RemovedFromAccount e ->
                Optional.of(new DeviceRemovedFromAccount(e.deviceId(), e.accountId()));
            case DeviceEvent.ReconnectionRequired e ->
                Optional.of(new DeviceReconnectionRequired(e.deviceId(), e.effectiveOn()));
            case DeviceEvent.CommunicationLost e ->
                Optional.of(new DeviceCommunicationLost(e.deviceId(), e.lastCommunication()));
            case DeviceEvent.EligibilityChanged e ->
                Optional.of(new RemoteEligibilityChanged(e.deviceId(), e.eligible()));
            case DeviceEvent.CoverageChanged e ->
                Optional.of(new DeviceCoverageChanged(
                        e.deviceId(),
                        e.coverage().contractNumber(),
                        e.coverage().until(),
                        e.coverage().maintenance(),
                        e.coverage().supplies()));
            case DeviceEvent.StateChanged e ->
                Optional.of(new DeviceStateChanged(e.deviceId(), e.state(), e.since(), e.ticket()));
            case DeviceEvent.Replaced e ->
                Optional.of(new DeviceReplaced(
                        e.deviceId(),
                        e.newDeviceId(),
                        e.accountId(),
                        e.replacedOn(),
                        e.finalCounters(),
                        e.firstCounters()));
            case DeviceEvent.AlertsReported e ->
                Optional.of(new DeviceAlertsReported(e.deviceId(), e.alerts(), e.observedAt()));
            case DeviceEvent.CommunicationTestPassed e ->
                Optional.of(new CommunicationTestPassed(e.deviceId(), e.agentId(), e.observedAt()));
            case DeviceEvent.CommunicationTestFailed e ->
                Optional.of(new CommunicationTestFailed(e.deviceId(), e.agentId(), e.detail(), e.observedAt()));
        };
    }

    private static PublishedEvent published(AgentEvent event) {
        return switch (event) {
            case AgentEvent.HealthReported e ->
                new AgentHealthReported(
                        e.agentId(),
                        e.accountId(),
                        e.version(),
                        e.state(),
                        e.startedAt(),
                        e.bufferedReports(),
                        e.droppedReports(),
                        e.printersFound(),
                        e.printersSilent(),
                        e.heardAt());
        };
    }

    private static PublishedEvent published(AssignmentEvent event) {
        return switch (event) {
            case AssignmentEvent.AssignmentBegun e -> new DeviceAssigned(e.deviceId(), e.accountId(), e.userId());
            case AssignmentEvent.AssignmentEnded e -> new DeviceUnassigned(e.deviceId(), e.accountId(), e.userId());
        };
    }

    private static PublishedEvent published(RequestEvent event) {
        return switch (event) {
            case RequestEvent.RequestSubmitted e ->
                new DeviceRequested(
                        e.requestId(),
                        e.number(),
                        e.accountId(),
                        e.deviceId(),
                        e.serialNumber(),
                        e.requester(),
                        e.comment());
            case RequestEvent.RequestApproved e ->
                new DeviceRequestApproved(e.requestId(), e.number(), e.accountId(), e.deviceId(), e.reason());
            case RequestEvent.RequestRejected e ->
                new DeviceRequestRejected(e.requestId(), e.number(), e.accountId(), e.deviceId(), e.reason());
        };
    }

    private static PublishedEvent published(GroupEvent event) {
        return switch (event) {
            case GroupEvent.GroupCreated e -> new DeviceGroupCreated(e.groupId(), e.accountId(), e.name(), e.devices());
            case GroupEvent.GroupChanged e -> new DeviceGroupChanged(e.groupId(), e.accountId(), e.name(), e.devices());
            case GroupEvent.GroupDeleted e -> new DeviceGroupDeleted(e.groupId(), e.accountId());
        };
    }
}
