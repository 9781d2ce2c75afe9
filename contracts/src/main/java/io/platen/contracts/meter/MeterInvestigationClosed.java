package io.platen.contracts.meter;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterInvestigationId;
import io.platen.contracts.id.ReadId;
import org.jspecify.annotations.Nullable;

/** It ended with a read that was stored, or with an explanation alone. */
public record MeterInvestigationClosed(
        MeterInvestigationId investigationId,
        String number,
        DeviceId deviceId,
        @Nullable ReadId readId,
        String explanation)
        implements MeterEvent {}
