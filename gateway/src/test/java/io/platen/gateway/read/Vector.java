package io.platen.gateway.read;

import static java.util.Objects.requireNonNull;

import io.platen.contracts.device.Counter;
import io.platen.gateway.read.ExpectedReads.Day;
import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Shapes.Expectation;
import io.platen.gateway.read.Shapes.ExpectedCounters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A history of reads and the corridor that meter-service's own test finds for it. */
record Vector(
        String name,
        @Nullable Integer ratedMonthlyPages,
        LocalDate today,
        List<Day> reads,
        Map<String, Corridor> expected) {

    record Corridor(@Nullable Long low, @Nullable Long high) {}

    static Stream<Vector> all() {
        try (var file = requireNonNull(Counter.class.getResourceAsStream("/vectors/expected-reads.json"))) {
            return JsonMapper.shared().readTree(file).values().stream().map(Vector::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vector of(JsonNode json) {
        var rated = json.path("ratedMonthlyPages");
        var expected = new TreeMap<String, Corridor>();
        json.path("expected")
                .properties()
                .forEach(counter -> expected.put(
                        counter.getKey(),
                        new Corridor(
                                number(counter.getValue().path("low")),
                                number(counter.getValue().path("high")))));
        return new Vector(
                json.path("name").asString(),
                rated.isMissingNode() ? null : rated.asInt(),
                LocalDate.parse(json.path("today").asString()),
                StreamSupport.stream(json.path("reads").spliterator(), false)
                        .map(Vector::day)
                        .toList(),
                expected);
    }

    private static Day day(JsonNode read) {
        return new Day(
                LocalDate.parse(read.path("on").asString()),
                new Counters(number(read.path("total")), number(read.path("blackWhite")), number(read.path("colour"))));
    }

    private static @Nullable Long number(JsonNode value) {
        return value.isNumber() ? (Long) value.asLong() : null;
    }

    /** In the form of {@link #expected}. */
    static Map<String, Corridor> corridors(ExpectedCounters counters) {
        var found = new TreeMap<String, Corridor>();
        put(found, "total", counters.total());
        put(found, "blackWhite", counters.blackWhite());
        put(found, "colour", counters.colour());
        return found;
    }

    private static void put(Map<String, Corridor> found, String counter, @Nullable Expectation expectation) {
        if (expectation != null) {
            found.put(counter, new Corridor(expectation.low(), expectation.high()));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
