package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;
import java.time.Instant;
import java.util.List;

/** All supplies of the machine, told when one of them changed. */
public record SupplyLevelsReported(DeviceId deviceId, List<SupplyLevel> supplies, Instant observedAt)
        implements DeviceEvent {}
