package io.platen.contracts.meter;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterCorrectionId;

/** The invoiced read stays. */
public record MeterCorrectionRejected(MeterCorrectionId correctionId, String number, DeviceId deviceId, String reason)
        implements MeterEvent {}
