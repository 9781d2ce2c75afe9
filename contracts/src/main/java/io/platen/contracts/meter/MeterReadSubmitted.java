package io.platen.contracts.meter;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An accepted read in pages per counter, on a day of the device's own calendar. {@code replaces} names the remote read of the same day that it supersedes. {@code billingMeter} goes on where a counter was replaced; without it the counters themselves do. {@code reason} is why a rule was passed. */
public record MeterReadSubmitted(
        ReadId readId,
        DeviceId deviceId,
        Map<Counter, Long> counters,
        LocalDate readOn,
        ReadSource source,
        boolean confirmed,
        Instant recordedAt,
        @Nullable ReadId replaces,
        @Nullable Map<Counter, Long> billingMeter,
        @Nullable String reason)
        implements MeterEvent {

    /** A read of counters that were never replaced, with nothing to explain. */
    public MeterReadSubmitted(
            ReadId readId,
            DeviceId deviceId,
            Map<Counter, Long> counters,
            LocalDate readOn,
            ReadSource source,
            boolean confirmed,
            Instant recordedAt,
            @Nullable ReadId replaces) {
        this(readId, deviceId, counters, readOn, source, confirmed, recordedAt, replaces, null, null);
    }

    /** What is billed: the counters, going on over every replacement and reset. */
    public Map<Counter, Long> billed() {
        return billingMeter == null ? counters : billingMeter;
    }
}
