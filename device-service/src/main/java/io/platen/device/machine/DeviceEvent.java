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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened to a device; stored. */
public sealed interface DeviceEvent {

    /** @param counterDigits after which its counters begin again at zero; absent also where it was stored before they were */
    @Revision("1")
    record MachineRegistered(
            DeviceId deviceId,
            ModelId modelId,
            String manufacturer,
            String model,
            String serialNumber,
            @Nullable String equipmentNumber,
            List<Counter> counters,
            List<TonerColour> tonerColours,
            @Nullable Integer ratedMonthlyPages,
            @Nullable Integer counterDigits)
            implements DeviceEvent {}

    @Revision("1")
    record AddedToAccount(DeviceId deviceId, AccountId accountId) implements DeviceEvent {}

    @Revision("1")
    record LocationChanged(DeviceId deviceId, Location location, LocalDate effectiveOn) implements DeviceEvent {}

    /** @param announced whether it is news to others; a machine that has nothing to tell is mentioned now and then */
    @Revision("1")
    record CommunicationReceived(
            DeviceId deviceId, AgentId agentId, long sequence, Instant observedAt, boolean announced)
            implements DeviceEvent {}

    @Revision("1")
    record CountersReported(DeviceId deviceId, Map<Counter, Long> counters, Instant observedAt)
            implements DeviceEvent {}

    @Revision("1")
    record SuppliesReported(DeviceId deviceId, List<SupplyLevel> supplies, Instant observedAt) implements DeviceEvent {}

    @Revision("1")
    record CartridgeReplaced(DeviceId deviceId, TonerColour colour, Instant observedAt) implements DeviceEvent {}

    @Revision("1")
    record TonerRanLow(
            DeviceId deviceId, TonerColour colour, @Nullable Integer percent, Instant observedAt)
            implements DeviceEvent {}

    /** @param note 1 or 2 */
    @Revision("1")
    record NoteChanged(DeviceId deviceId, int note, String text, String previous) implements DeviceEvent {}

    /** @param reason what the customer reported; absent where another account or another machine took its place */
    @Revision("1")
    record RemovedFromAccount(
            DeviceId deviceId,
            AccountId accountId,
            @Nullable String reason) implements DeviceEvent {}

    @Revision("1")
    record ReconnectionRequired(DeviceId deviceId, LocalDate effectiveOn) implements DeviceEvent {}

    @Revision("1")
    record CommunicationLost(DeviceId deviceId, Instant lastCommunication) implements DeviceEvent {}

    @Revision("1")
    record EligibilityChanged(DeviceId deviceId, boolean eligible) implements DeviceEvent {}

    @Revision("1")
    record CoverageChanged(DeviceId deviceId, Coverage coverage) implements DeviceEvent {}

    /** @param ticket that changed it */
    @Revision("1")
    record StateChanged(
            DeviceId deviceId,
            DeviceState state,
            Instant since,
            @Nullable TicketReference ticket) implements DeviceEvent {}

    @Revision("1")
    record Replaced(
            DeviceId deviceId,
            DeviceId newDeviceId,
            AccountId accountId,
            LocalDate replacedOn,
            Map<Counter, Long> finalCounters,
            Map<Counter, Long> firstCounters,
            String reason)
            implements DeviceEvent {}

    /** @param alerts all there are now */
    @Revision("1")
    record AlertsReported(DeviceId deviceId, List<String> alerts, Instant observedAt) implements DeviceEvent {}

    /** @param sequence the agent's own number of tests */
    @Revision("1")
    record CommunicationTestPassed(DeviceId deviceId, AgentId agentId, long sequence, Instant observedAt)
            implements DeviceEvent {}

    /** @param sequence the agent's own number of tests */
    @Revision("1")
    record CommunicationTestFailed(
            DeviceId deviceId,
            AgentId agentId,
            long sequence,
            Instant observedAt,
            @Nullable String detail) implements DeviceEvent {}
}
