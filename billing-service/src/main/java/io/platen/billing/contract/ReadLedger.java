package io.platen.billing.contract;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** The accepted reads, each day's by the source that counts for billing. */
public interface ReadLedger {

    /** Meters without any read in question are left out. */
    Map<Meter, ReadsAround> around(
            Collection<DeviceId> devices, Collection<Counter> counters, LocalDate firstDay, LocalDate lastDay);
}
