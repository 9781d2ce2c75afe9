package io.platen.meter.reading;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.ReadSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All accepted reads of a device, of which the register itself remembers only the last. */
public interface ReadLedger {

    /** In the order in which they came. */
    List<LedgerRead> of(DeviceId device);

    /** What the events of a register leave standing. */
    static List<LedgerRead> of(Stream<MeterEvent> events) {
        var reads = new ArrayList<LedgerRead>();
        events.forEach(event -> {
            var replaced = replacedBy(event);
            var at = reads.size();
            for (int i = 0; i < reads.size(); i++) {
                if (reads.get(i).readId().equals(replaced)) {
                    reads.remove(i);
                    at = i;
                }
            }
            var read = readOf(event);
            if (read != null) {
                reads.add(at, read);
            }
        });
        return List.copyOf(reads);
    }

    private static @Nullable ReadId replacedBy(MeterEvent event) {
        return event instanceof MeterEvent.RemoteCountersRecorded remote
                ? remote.replaces()
                : event instanceof MeterEvent.ReadCorrected corrected ? corrected.corrected() : null;
    }

    private static @Nullable LedgerRead readOf(MeterEvent event) {
        if (event instanceof MeterEvent.ReadSubmitted read) {
            return new LedgerRead(
                    read.readId(),
                    read.readOn(),
                    read.from(),
                    read.counters(),
                    Objects.requireNonNullElse(read.billingMeter(), read.counters()));
        }
        if (event instanceof MeterEvent.RemoteCountersRecorded read) {
            return new LedgerRead(
                    read.readId(),
                    read.readOn(),
                    ReadSource.REMOTE,
                    read.counters(),
                    Objects.requireNonNullElse(read.billingMeter(), read.counters()));
        }
        if (event instanceof MeterEvent.ReadCorrected read) {
            return new LedgerRead(read.readId(), read.readOn(), read.source(), read.counters(), read.billingMeter());
        }
        return null;
    }
}
