package io.platen.billing.contract;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;

/** Where a bill leaves a counter; the next one begins there. */
public record Mark(DeviceId deviceId, Counter counter, LocalDate readOn, long pages) {}
