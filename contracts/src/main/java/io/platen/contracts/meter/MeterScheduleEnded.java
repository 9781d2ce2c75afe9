package io.platen.contracts.meter;

import io.platen.contracts.id.DeviceId;

/** No further read is scheduled for the device. */
public record MeterScheduleEnded(DeviceId deviceId) implements MeterEvent {}
