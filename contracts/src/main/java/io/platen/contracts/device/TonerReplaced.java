package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;
import java.time.Instant;

/** A new cartridge; clears the low mark. */
public record TonerReplaced(DeviceId deviceId, TonerColour colour, Instant observedAt) implements DeviceEvent {}
