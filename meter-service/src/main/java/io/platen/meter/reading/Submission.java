package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A read that people told, held against the rules. It knows everything wrong with it at once.
 *
 * @param history as the machine shows its counters now
 * @param meter what the counters are on the billing meter
 * @param dayMayHaveRead whether a second read of a day is taken
 */
record Submission(
        List<Counter> asked,
        @Nullable Integer ratedMonthlyPages,
        ReadHistory history,
        BillingMeter meter,
        Set<LocalDate> customerDays,
        boolean dayMayHaveRead,
        LocalDate today,
        Map<String, @Nullable Long> entered,
        LocalDate readOn) {

    static final long HIGHEST = 999_999_999;
    private static final int FOREIGN_COUNTERS_NAMED = 10;
    private static final int LONGEST_NAME = 40;
    private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final int QUIET_DAYS = 7;
    private static final int TIMES_AVERAGE = 3;
    private static final int USUAL_DAILY_PAGES = 500;

    /** What is a number and was asked for. */
    Counters counters() {
        var valid = new EnumMap<Counter, Long>(Counter.class);
        asked.forEach(counter -> {
            var value = entered.get(CounterNames.nameOf(counter));
            if (value != null && inRange(value)) {
                valid.put(counter, value);
            }
        });
        return new Counters(valid);
    }

    /** For the record of a refusal. */
    Map<String, Long> numbersEntered() {
        var numbers = new TreeMap<String, Long>();
        entered.forEach((name, value) -> {
            if (value != null && numbers.size() < FOREIGN_COUNTERS_NAMED) {
                numbers.put(shortened(name), value);
            }
        });
        return numbers;
    }

    List<Objection> objections() {
        return Stream.of(aboutCounters(), aboutDate(), aboutOrder(), aboutDay())
                .flatMap(List::stream)
                .toList();
    }

    List<Objection> aboutCounters() {
        var objections = new ArrayList<Objection>();
        for (var counter : asked) {
            var name = CounterNames.nameOf(counter);
            if (!entered.containsKey(name)) {
                objections.add(new Objection(
                        CounterNames.fieldOf(counter), ReadRejection.COUNTER_MISSING, Map.of("counter", name)));
                continue;
            }
            var value = entered.get(name);
            if (value == null || !inRange(value)) {
                Map<String, Object> figures =
                        value == null ? Map.of("highest", HIGHEST) : Map.of("highest", HIGHEST, "value", value);
                objections.add(
                        new Objection(CounterNames.fieldOf(counter), ReadRejection.METER_VALUE_INVALID, figures));
            }
        }
        entered.keySet().stream()
                .filter(name ->
                        CounterNames.counterOf(name).filter(asked::contains).isEmpty())
                .sorted()
                .limit(FOREIGN_COUNTERS_NAMED)
                .map(name -> new Objection(
                        "counters." + shortened(name),
                        ReadRejection.COUNTER_UNKNOWN,
                        Map.of("counter", shortened(name))))
                .forEach(objections::add);
        var counters = counters();
        if (meter.of(counters).colourExceedsTotal()) {
            objections.add(new Objection(
                    CounterNames.fieldOf(Counter.COLOUR),
                    ReadRejection.COLOUR_ABOVE_TOTAL,
                    Map.of(
                            "value", counters.pages().getOrDefault(Counter.COLOUR, 0L),
                            "total", counters.pages().getOrDefault(Counter.TOTAL, 0L))));
        }
        return objections;
    }

    private List<Objection> aboutDate() {
        return new ReadDates(today, history.lastReadOn())
                .objectionTo("readOn", readOn).stream().toList();
    }

    /** Compared with the read before it; of a day before the last read none is known, and the date is refused. */
    private List<Objection> aboutOrder() {
        var last = history.lastReadOn();
        if (last == null || readOn.isBefore(last)) {
            return List.of();
        }
        var objections = new ArrayList<Objection>();
        counters().pages().forEach((counter, value) -> {
            var previous = history.latest().of(counter);
            if (previous != null && value < previous) {
                objections.add(new Objection(
                        CounterNames.fieldOf(counter),
                        ReadRejection.METER_LOWER_THAN_PREVIOUS,
                        Map.of("previous", previous, "value", value)));
            }
        });
        return objections;
    }

    private List<Objection> aboutDay() {
        return !dayMayHaveRead && customerDays.contains(readOn)
                ? List.of(new Objection("readOn", ReadRejection.METER_ALREADY_SUBMITTED_TODAY, Map.of()))
                : List.of();
    }

    /** Of a submission without objections. */
    List<Doubt> doubts() {
        var counters = counters();
        var doubts = new ArrayList<Doubt>();
        counters.pages().forEach((counter, value) -> {
            var last = history.last(counter);
            if (last == null) {
                return;
            }
            var days = ChronoUnit.DAYS.between(last.readOn(), readOn);
            var expected = new Expectation(history, ratedMonthlyPages).of(counter, readOn);
            kindsOfDoubt(counters, counter, value, last.pages(), days, expected)
                    .map(kind -> new Doubt(counter, kind, value, last.pages(), expected))
                    .forEach(doubts::add);
        });
        return doubts;
    }

    private Stream<Doubt.Kind> kindsOfDoubt(
            Counters counters, Counter counter, long value, long previous, long days, @Nullable ExpectedRead expected) {
        var kinds = Stream.<Doubt.Kind>builder();
        if (days > QUIET_DAYS && counters.equals(history.latest())) {
            kinds.add(Doubt.Kind.EQUAL_TO_PREVIOUS);
        }
        var daily = (double) (value - previous) / Math.max(1, days);
        var usual = history.averageDailyGrowth(counter);
        if (usual.isPresent() && daily > TIMES_AVERAGE * usual.getAsDouble() && daily > USUAL_DAILY_PAGES) {
            kinds.add(Doubt.Kind.GROWTH_ABOVE_AVERAGE);
        }
        if (expected != null && !expected.contains(value)) {
            kinds.add(Doubt.Kind.OUTSIDE_EXPECTED_RANGE);
        }
        // A counter at zero, new or set back, has shown no digits yet.
        if (previous > 0 && digits(value) > digits(previous)) {
            kinds.add(Doubt.Kind.MORE_DIGITS);
        }
        return kinds.build();
    }

    static boolean inRange(long value) {
        return value >= 0 && value <= HIGHEST;
    }

    private static int digits(long value) {
        return Long.toString(value).length();
    }

    /** What a client made up is repeated to people only as far as it is harmless. */
    static String shortened(String name) {
        var harmless = UNUSUAL.matcher(name).replaceAll("?");
        return harmless.length() <= LONGEST_NAME ? harmless : harmless.substring(0, LONGEST_NAME) + "…";
    }
}
