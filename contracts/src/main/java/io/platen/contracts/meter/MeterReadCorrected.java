package io.platen.contracts.meter;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.ReadId;
import java.time.LocalDate;
import java.util.Map;

/** An approved correction puts another read in the place of one; the old one stays visible. {@code billingMeter} goes on over resets. */
public record MeterReadCorrected(
        DeviceId deviceId,
        ReadId readId,
        ReadId newReadId,
        LocalDate readOn,
        Map<Counter, Long> counters,
        Map<Counter, Long> billingMeter,
        Map<Counter, Long> previous,
        MeterCorrectionId correctionId,
        String number,
        String reason)
        implements MeterEvent {}
