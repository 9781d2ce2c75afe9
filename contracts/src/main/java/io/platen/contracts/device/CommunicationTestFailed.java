package io.platen.contracts.device;

import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A test that somebody started at the machine failed, as the agent says why. */
public record CommunicationTestFailed(
        DeviceId deviceId, AgentId agentId, @Nullable String detail, Instant observedAt) implements DeviceEvent {}
