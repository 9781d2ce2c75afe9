package io.platen.contracts.device;

import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import java.time.Instant;

/** The agent spoke with the machine at that time. */
public record DeviceCommunicationReceived(DeviceId deviceId, AgentId agentId, Instant observedAt)
        implements DeviceEvent {}
