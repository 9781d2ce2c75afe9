package io.platen.contracts.meter;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An accepted read in pages per counter, on a day of the device's own calendar. {@code replaces} names the remote read of the same day that it supersedes. */
public record MeterReadSubmitted(
        ReadId readId,
        DeviceId deviceId,
        Map<Counter, Long> counters,
        LocalDate readOn,
        ReadSource source,
        boolean confirmed,
        Instant recordedAt,
        @Nullable ReadId replaces)
        implements MeterEvent {}
