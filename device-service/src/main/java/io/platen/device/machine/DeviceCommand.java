package io.platen.device.machine;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceState;
import io.platen.contracts.device.Location;
import io.platen.contracts.device.SupplyLevel;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.TicketReference;
import io.platen.device.model.ModelFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a device. */
public sealed interface DeviceCommand {

    /** @param on from which day it stands at the location */
    record RegisterDevice(
            @TargetAggregateIdentifier DeviceId deviceId,
            ModelId modelId,
            ModelFacts model,
            String serialNumber,
            @Nullable String equipmentNumber,
            @Nullable AccountId accountId,
            @Nullable Location location,
            LocalDate on)
            implements DeviceCommand {}

    record ChangeLocation(@TargetAggregateIdentifier DeviceId deviceId, Location location, LocalDate effectiveOn)
            implements DeviceCommand {}

    /**
     * One look of an agent at the machine.
     *
     * @param sequence the agent's own number, strictly forward for this machine
     * @param low colours that are low now
     * @param replaced colours whose cartridge is new since the agent's report before
     * @param alerts what the machine complains of now
     */
    record RecordReport(
            @TargetAggregateIdentifier DeviceId deviceId,
            AgentId agentId,
            long sequence,
            Instant observedAt,
            Map<Counter, Long> counters,
            List<SupplyLevel> supplies,
            Set<TonerColour> low,
            Set<TonerColour> replaced,
            List<String> alerts)
            implements DeviceCommand {}

    /**
     * Somebody at the machine tried whether it reaches the platform.
     *
     * @param sequence the agent's own number of tests, strictly forward for this machine
     * @param detail what went wrong, as the agent says
     */
    record RecordCommunicationTest(
            @TargetAggregateIdentifier DeviceId deviceId,
            AgentId agentId,
            long sequence,
            Instant observedAt,
            boolean passed,
            @Nullable String detail)
            implements DeviceCommand {}

    /** @param reason what the customer reported, kept beside the event */
    record RemoveFromAccount(
            @TargetAggregateIdentifier DeviceId deviceId,
            @Nullable String reason) implements DeviceCommand {}

    record AddToAccount(@TargetAggregateIdentifier DeviceId deviceId, AccountId accountId) implements DeviceCommand {}

    /** @param note 1 or 2 */
    record SetNote(@TargetAggregateIdentifier DeviceId deviceId, int note, String text) implements DeviceCommand {}

    /** @param capable whether the model can be replenished automatically */
    record SetEligibility(@TargetAggregateIdentifier DeviceId deviceId, boolean eligible, boolean capable)
            implements DeviceCommand {}

    /**
     * Asks whether the device has been silent for too long by then.
     *
     * @param reportedAt of the last report, which may have brought nothing new and so not have come to the device
     */
    record CheckSilence(
            @TargetAggregateIdentifier DeviceId deviceId,
            Instant now,
            @Nullable Instant reportedAt) implements DeviceCommand {

        public CheckSilence(DeviceId deviceId, Instant now) {
            this(deviceId, now, null);
        }
    }

    /** @param coverage what the contracts say today */
    record ApplyCoverage(@TargetAggregateIdentifier DeviceId deviceId, Coverage coverage) implements DeviceCommand {}

    /** @param ticket that changed it */
    record ChangeState(
            @TargetAggregateIdentifier DeviceId deviceId, DeviceState state, Instant since, TicketReference ticket)
            implements DeviceCommand {}

    /**
     * Another machine takes over from this one.
     *
     * @param newDeviceCounts the counters of the other machine's model
     */
    record ReplaceDevice(
            @TargetAggregateIdentifier DeviceId deviceId,
            DeviceId newDeviceId,
            List<Counter> newDeviceCounts,
            LocalDate replacedOn,
            Map<Counter, Long> finalCounters,
            Map<Counter, Long> firstCounters,
            String reason)
            implements DeviceCommand {}
}
