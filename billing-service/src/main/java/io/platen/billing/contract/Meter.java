package io.platen.billing.contract;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;

/** One counter of one device. */
public record Meter(DeviceId deviceId, Counter counter) {}
