package io.platen.contracts.meter;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import java.util.Map;

/** No read came in time. Billing goes by the estimate, in pages per counter; where nothing can be expected it is empty. */
public record MeterReadMissed(DeviceId deviceId, LocalDate dueOn, Map<Counter, Long> estimate, int missedInARow)
        implements MeterEvent {}
