package io.platen.contracts.meter;

import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;

/** The read may be handed in as scheduled, from the day it opens until the day it closes, both inclusive. */
public record MeterReadDue(DeviceId deviceId, LocalDate dueOn, LocalDate opensOn, LocalDate closesOn)
        implements MeterEvent {}
