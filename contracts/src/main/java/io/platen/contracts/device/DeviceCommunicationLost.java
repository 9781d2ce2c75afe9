package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;
import java.time.Instant;

/** A monitored machine has been silent for more than seven days. */
public record DeviceCommunicationLost(DeviceId deviceId, Instant lastCommunication) implements DeviceEvent {}
