package io.platen.contracts.meter;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import java.util.Map;

/** A counter was replaced or set back; what is read later is compared with the new values. */
public record MeterCounterReset(
        DeviceId deviceId,
        LocalDate resetOn,
        Map<Counter, Long> oldCounters,
        Map<Counter, Long> newCounters,
        String reason)
        implements MeterEvent {}
