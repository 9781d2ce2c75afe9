package io.platen.contracts.device;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import java.util.Map;

/** Another machine takes over from this one on that day; the billing meter goes on from the final counters of the old one and the first of the new one. */
public record DeviceReplaced(
        DeviceId deviceId,
        DeviceId newDeviceId,
        AccountId accountId,
        LocalDate replacedOn,
        Map<Counter, Long> finalCounters,
        Map<Counter, Long> firstCounters)
        implements DeviceEvent {}
