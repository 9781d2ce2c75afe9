package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;
import java.time.Instant;
import java.util.Map;

/** Life counters in pages as the machine reports them. */
public record CounterReported(DeviceId deviceId, Map<Counter, Long> counters, Instant observedAt)
        implements DeviceEvent {}
