package io.platen.meter.reading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.device.Counter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The corridor that a read is held against; the gateway shows the same while the read is being typed. */
class ExpectedReadVectorsTest {

    private static final String VECTORS = "/vectors/expected-reads.json";
    private static final List<Counter> ALL = List.of(Counter.values());

    @TestFactory
    Stream<DynamicTest> theCorridorIsThatOfTheVectors() throws IOException {
        try (var file = requireNonNull(Counter.class.getResourceAsStream(VECTORS))) {
            return JsonMapper.shared().readTree(file).values().stream()
                    .map(vector -> DynamicTest.dynamicTest(
                            vector.path("name").asString(),
                            () -> assertThat(corridors(vector)).isEqualTo(expected(vector))));
        }
    }

    private record Corridor(long low, long high) {}

    /** Nobody reads so much: every counter that was read before is doubtful, and the doubt says what was expected. */
    private static Map<String, Corridor> corridors(JsonNode vector) {
        var history = ReadHistory.EMPTY;
        for (var read : vector.path("reads")) {
            history = history.with(LocalDate.parse(read.path("on").asString()), counters(read));
        }
        var entered = new HashMap<String, @Nullable Long>();
        ALL.forEach(counter -> entered.put(CounterNames.nameOf(counter), Submission.HIGHEST));
        var rated = vector.path("ratedMonthlyPages");
        var today = LocalDate.parse(vector.path("today").asString());
        var found = new HashMap<String, Corridor>();
        new Submission(
                        ALL,
                        rated.isMissingNode() ? null : rated.asInt(),
                        history,
                        BillingMeter.AS_SHOWN,
                        Set.of(),
                        false,
                        today,
                        entered,
                        today)
                .doubts()
                .forEach(doubt -> {
                    var expected = doubt.expected();
                    if (expected != null) {
                        found.put(CounterNames.nameOf(doubt.counter()), new Corridor(expected.low(), expected.high()));
                    }
                });
        return found;
    }

    private static Counters counters(JsonNode read) {
        var pages = new EnumMap<Counter, Long>(Counter.class);
        ALL.forEach(counter -> {
            var value = read.path(CounterNames.nameOf(counter));
            if (value.isNumber()) {
                pages.put(counter, value.asLong());
            }
        });
        return new Counters(pages);
    }

    private static Map<String, Corridor> expected(JsonNode vector) {
        var expected = new HashMap<String, Corridor>();
        vector.path("expected")
                .properties()
                .forEach(counter -> expected.put(
                        counter.getKey(),
                        new Corridor(
                                counter.getValue().path("low").asLong(),
                                counter.getValue().path("high").asLong())));
        return expected;
    }
}
