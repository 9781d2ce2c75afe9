package io.platen.contracts.device;

import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import java.time.Instant;

/** A test that somebody started at the machine reached the platform; it counts as a communication. */
public record CommunicationTestPassed(DeviceId deviceId, AgentId agentId, Instant observedAt) implements DeviceEvent {}
