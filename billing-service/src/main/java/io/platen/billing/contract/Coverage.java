package io.platen.billing.contract;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which machines a contract covers on which days: those that were agreed, and those that took over from one of them. */
record Coverage(List<Cover> covers) {

    static final Coverage NONE = new Coverage(List.of());

    /** @param tookOver whether it came in the place of another; what it counted before is not this contract's */
    record Cover(DeviceId deviceId, Period days, boolean tookOver) {

        private boolean isOn(LocalDate day) {
            return !days.from().isAfter(day) && !days.until().isBefore(day);
        }

        private Cover until(LocalDate day) {
            return days.until().isAfter(day) ? new Cover(deviceId, new Period(days.from(), day), tookOver) : this;
        }

        /** The days whose reads a bill looks at, where there are any. */
        private @Nullable Period window(LocalDate firstBilledDay, LocalDate lastDay) {
            var from = tookOver && days.from().isAfter(firstBilledDay) ? days.from() : firstBilledDay;
            var until = days.until().isBefore(lastDay) ? days.until() : lastDay;
            return until.isBefore(from) ? null : new Period(from, until);
        }

        private Use use(Meter meter, ReadsAround around) {
            var before = around.before();
            var elsewhere = tookOver && before != null && before.readOn().isBefore(days.from());
            return new Use(
                    meter, tookOver ? days.from() : null, elsewhere ? around.first() : around.start(), around.last());
        }
    }

    static Coverage of(Terms terms) {
        return new Coverage(terms.devices().stream()
                .map(device -> new Cover(device, terms.term(), false))
                .toList());
    }

    /** @return the same where the old one is not covered then, or was replaced before */
    Coverage replaced(DeviceId old, DeviceId next, LocalDate day) {
        var after = new ArrayList<Cover>();
        for (var cover : covers) {
            if (!cover.deviceId().equals(old) || cover.days().until().isBefore(day)) {
                after.add(cover);
            } else if (!cover.days().from().isAfter(day)) {
                after.add(cover.until(day));
            }
        }
        for (var cover : covers) {
            if (cover.deviceId().equals(old) && !cover.days().until().isBefore(day)) {
                var early = cover.days().from().isAfter(day);
                var from = early ? cover.days().from() : day;
                takeOver(after, new Cover(next, new Period(from, cover.days().until()), !early || cover.tookOver()));
            }
        }
        return inOrder(after.stream());
    }

    /** One that is covered already goes on being covered, for longer where that is so. */
    private static void takeOver(List<Cover> covers, Cover next) {
        for (int i = 0; i < covers.size(); i++) {
            var there = covers.get(i);
            if (there.deviceId().equals(next.deviceId()) && there.days().overlaps(next.days())) {
                covers.set(i, new Cover(there.deviceId(), there.days().with(next.days()), there.tookOver()));
                return;
            }
        }
        covers.add(next);
    }

    Coverage endedOn(LocalDate day) {
        return inOrder(covers.stream()
                .filter(cover -> !cover.days().from().isAfter(day))
                .map(cover -> cover.until(day)));
    }

    List<DeviceId> devicesOn(LocalDate day) {
        return covers.stream()
                .filter(cover -> cover.isOn(day))
                .map(Cover::deviceId)
                .toList();
    }

    /** @param firstBilledDay of the contract: where counting begins */
    List<Use> uses(ReadLedger ledger, Collection<Counter> counters, LocalDate firstBilledDay, LocalDate lastDay) {
        var devices = covers.stream().map(Cover::deviceId).distinct().toList();
        var reads = new HashMap<Period, Map<Meter, ReadsAround>>();
        var uses = new ArrayList<Use>();
        for (var cover : covers) {
            var window = cover.window(firstBilledDay, lastDay);
            if (window != null) {
                var around = reads.computeIfAbsent(
                        window, days -> ledger.around(devices, counters, days.from(), days.until()));
                for (var counter : counters) {
                    var meter = new Meter(cover.deviceId(), counter);
                    uses.add(cover.use(meter, around.getOrDefault(meter, ReadsAround.NONE)));
                }
            }
        }
        return uses;
    }

    private static Coverage inOrder(Stream<Cover> covers) {
        return new Coverage(covers.sorted(Comparator.comparing(Cover::deviceId, Terms.DEVICE_ORDER)
                        .thenComparing(cover -> cover.days().from()))
                .toList());
    }
}
