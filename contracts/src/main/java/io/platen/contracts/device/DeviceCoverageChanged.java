package io.platen.contracts.device;

import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The contract that covers the machine now and what it includes; without a number there is none. */
public record DeviceCoverageChanged(
        DeviceId deviceId,
        @Nullable String contractNumber,
        @Nullable LocalDate until,
        boolean maintenance,
        boolean supplies)
        implements DeviceEvent {}
