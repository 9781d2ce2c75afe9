package io.platen.contracts.meter;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterInvestigationId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads of the device are looked into; {@code counters} are what somebody claims they show, where somebody does. */
public record MeterInvestigationOpened(
        MeterInvestigationId investigationId,
        String number,
        DeviceId deviceId,
        InvestigationCause cause,
        Map<Counter, Long> counters,
        @Nullable LocalDate readOn,
        String comment)
        implements MeterEvent {}
