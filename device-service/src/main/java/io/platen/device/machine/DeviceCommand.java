package io.platen.device.machine;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.Location;
import io.platen.contracts.device.SupplyLevel;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
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
     */
    record RecordReport(
            @TargetAggregateIdentifier DeviceId deviceId,
            AgentId agentId,
            long sequence,
            Instant observedAt,
            Map<Counter, Long> counters,
            List<SupplyLevel> supplies,
            Set<TonerColour> low,
            Set<TonerColour> replaced)
            implements DeviceCommand {}
}
