package io.platen.billing.contract;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A ledger in memory; of a day and a counter it keeps what was written last. */
public final class PaperLedger implements ReadLedger {

    private final Map<Meter, NavigableMap<LocalDate, DayRead>> reads = new HashMap<>();

    public PaperLedger read(DeviceId device, Counter counter, String day, long pages) {
        return write(device, counter, new DayRead(LocalDate.parse(day), pages));
    }

    public PaperLedger estimate(DeviceId device, Counter counter, String day, long pages) {
        return write(device, counter, new DayRead(LocalDate.parse(day), pages, true));
    }

    PaperLedger write(DeviceId device, Counter counter, DayRead read) {
        reads.computeIfAbsent(new Meter(device, counter), meter -> new TreeMap<>())
                .put(read.readOn(), read);
        return this;
    }

    @Override
    public Map<Meter, ReadsAround> around(
            Collection<DeviceId> devices, Collection<Counter> counters, LocalDate firstDay, LocalDate lastDay) {
        var found = new HashMap<Meter, ReadsAround>();
        reads.forEach((meter, days) -> {
            if (devices.contains(meter.deviceId()) && counters.contains(meter.counter())) {
                Predicate<DayRead> early = read -> read.readOn().isBefore(firstDay);
                Predicate<DayRead> late = read -> read.readOn().isAfter(lastDay);
                found.put(
                        meter,
                        new ReadsAround(
                                last(days, early),
                                first(days, early.negate().and(late.negate())),
                                last(days, late.negate())));
            }
        });
        return found;
    }

    private static @Nullable DayRead first(NavigableMap<LocalDate, DayRead> days, Predicate<DayRead> wanted) {
        return days.values().stream().filter(wanted).findFirst().orElse(null);
    }

    private static @Nullable DayRead last(NavigableMap<LocalDate, DayRead> days, Predicate<DayRead> wanted) {
        return days.values().stream()
                .filter(wanted)
                .max(Comparator.comparing(DayRead::readOn))
                .orElse(null);
    }
}
