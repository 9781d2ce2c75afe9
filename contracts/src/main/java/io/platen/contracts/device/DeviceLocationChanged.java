package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;

/** Where the machine stands from that day on. */
public record DeviceLocationChanged(DeviceId deviceId, Location location, LocalDate effectiveOn)
        implements DeviceEvent {}
