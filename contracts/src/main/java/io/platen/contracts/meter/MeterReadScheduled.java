package io.platen.contracts.meter;

import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;

/** The next read is due on that day of the device's calendar. */
public record MeterReadScheduled(DeviceId deviceId, LocalDate dueOn) implements MeterEvent {}
