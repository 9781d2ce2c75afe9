package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A counter reset held against the rules.
 *
 * @param shown what the counters showed last
 */
record ResetCheck(
        List<Counter> asked,
        Counters shown,
        Map<String, @Nullable Long> oldCounters,
        Map<String, @Nullable Long> newCounters) {

    private static final String OLD = "oldCounters";
    private static final String NEW = "newCounters";

    List<Objection> objections(LocalDate resetOn, ReadDates dates) {
        var objections = new ArrayList<Objection>();
        if (oldCounters.isEmpty()) {
            objections.add(new Objection(OLD, ReadRejection.COUNTER_MISSING, Map.of()));
        }
        var names = new TreeSet<>(oldCounters.keySet());
        names.addAll(newCounters.keySet());
        for (var name : names) {
            var counter = CounterNames.counterOf(name).filter(asked::contains);
            if (counter.isEmpty()) {
                var side = oldCounters.containsKey(name) ? OLD : NEW;
                var harmless = Submission.shortened(name);
                objections.add(new Objection(
                        side + "." + harmless, ReadRejection.COUNTER_UNKNOWN, Map.of("counter", harmless)));
                continue;
            }
            aboutValue(OLD, name, oldCounters, objections);
            aboutValue(NEW, name, newCounters, objections);
            var before = shown.of(counter.get());
            var last = oldCounters.get(name);
            if (before != null && last != null && last < before) {
                objections.add(new Objection(
                        OLD + "." + name,
                        ReadRejection.METER_LOWER_THAN_PREVIOUS,
                        Map.of("previous", before, "value", last)));
            }
        }
        dates.objectionTo("resetOn", resetOn).ifPresent(objections::add);
        return objections;
    }

    /** Of a reset without objections. */
    Counters before() {
        return counters(oldCounters);
    }

    /** Of a reset without objections. */
    Counters after() {
        return counters(newCounters);
    }

    private static Counters counters(Map<String, @Nullable Long> named) {
        var counters = new EnumMap<Counter, Long>(Counter.class);
        named.forEach((name, pages) -> CounterNames.counterOf(name)
                .ifPresent(counter -> counters.put(counter, Objects.requireNonNull(pages))));
        return new Counters(counters);
    }

    private static void aboutValue(
            String side, String name, Map<String, @Nullable Long> counters, List<Objection> objections) {
        if (!counters.containsKey(name)) {
            objections.add(new Objection(side + "." + name, ReadRejection.COUNTER_MISSING, Map.of("counter", name)));
            return;
        }
        var value = counters.get(name);
        if (value == null || !Submission.inRange(value)) {
            objections.add(new Objection(
                    side + "." + name,
                    ReadRejection.METER_VALUE_INVALID,
                    value == null
                            ? Map.of("highest", Submission.HIGHEST)
                            : Map.of("highest", Submission.HIGHEST, "value", value)));
        }
    }
}
