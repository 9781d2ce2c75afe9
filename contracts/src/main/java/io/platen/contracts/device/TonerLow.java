package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Told once per colour until the cartridge is replaced. Without a percentage the machine only said low. */
public record TonerLow(
        DeviceId deviceId, TonerColour colour, @Nullable Integer percent, Instant observedAt) implements DeviceEvent {}
