package io.platen.contracts.meter;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A read that a rule refused; nothing was stored in the history. */
public record MeterReadRejected(
        DeviceId deviceId,
        String code,
        Map<String, Long> counters,
        @Nullable LocalDate readOn,
        Map<Counter, Long> previous)
        implements MeterEvent {}
