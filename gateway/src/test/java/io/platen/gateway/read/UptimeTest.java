package io.platen.gateway.read;

import static io.platen.contracts.device.DeviceState.DOWN;
import static io.platen.contracts.device.DeviceState.IN_SERVICE;
import static io.platen.contracts.device.DeviceState.WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.device.DeviceState;
import io.platen.gateway.read.Uptime.Change;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DEV-36, as D-16 counts it. */
class UptimeTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    static Stream<Arguments> vectors() {
        return Stream.of(
                Arguments.of("no device", List.of(), null, 0, 0),
                Arguments.of("nothing was ever told", List.of(List.of()), "100.0", 1, 0),
                Arguments.of(
                        "down for 72 of 720 hours",
                        List.of(List.of(change(200, DOWN), change(128, WORKING))),
                        "90.0",
                        1,
                        0),
                Arguments.of(
                        "in service is not working either",
                        List.of(List.of(change(200, DOWN), change(164, IN_SERVICE), change(128, WORKING))),
                        "90.0",
                        1,
                        0),
                Arguments.of("down now", List.of(List.of(change(1, DOWN))), null, 0, 1),
                Arguments.of(
                        "down before the window and up again within it",
                        List.of(List.of(change(900, DOWN), change(360, WORKING))),
                        "50.0",
                        1,
                        0),
                Arguments.of(
                        "what ended before the window does not count",
                        List.of(List.of(change(900, DOWN), change(721, WORKING))),
                        "100.0",
                        1,
                        0),
                Arguments.of(
                        "up again at its very beginning",
                        List.of(List.of(change(900, DOWN), change(720, WORKING))),
                        "100.0",
                        1,
                        0),
                Arguments.of(
                        "two of three work: (100 + 66.666…) / 2",
                        List.of(
                                List.of(),
                                List.of(change(600, DOWN), change(360, WORKING)),
                                List.of(change(5, IN_SERVICE))),
                        "83.3",
                        2,
                        1),
                Arguments.of(
                        "half an hour is 0.069… percent, rounded half up",
                        List.of(List.of(
                                new Change(NOW.minus(Duration.ofMinutes(40)), DOWN),
                                new Change(NOW.minus(Duration.ofMinutes(10)), WORKING))),
                        "99.9",
                        1,
                        0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void theShareIsThatOfTheWindow(
            String name, List<List<Change>> devices, @Nullable String percent, int counted, int leftOut) {
        var tile = Uptime.tile(devices, NOW);

        assertThat(tile.percent()).isEqualTo(percent == null ? null : new BigDecimal(percent));
        assertThat(tile.devices()).isEqualTo(counted);
        assertThat(tile.leftOut()).isEqualTo(leftOut);
    }

    /** Whatever the changes, it is what counting minute by minute finds. */
    @Test
    void everyMinuteCountsOnce() {
        var random = new Random(20261126);
        for (int round = 0; round < 300; round++) {
            var devices = new ArrayList<List<Change>>();
            for (int device = random.nextInt(5); device >= 0; device--) {
                devices.add(changes(random));
            }
            long working = 0;
            var counted = 0;
            for (var changes : devices) {
                if (stateAt(changes, NOW) == WORKING) {
                    counted++;
                    for (long minute = 30 * 24 * 60; minute > 0; minute--) {
                        if (stateAt(changes, NOW.minus(Duration.ofMinutes(minute))) == WORKING) {
                            working++;
                        }
                    }
                }
            }
            var tile = Uptime.tile(devices, NOW);

            assertThat(tile.devices()).isEqualTo(counted);
            assertThat(tile.devices() + tile.leftOut()).isEqualTo(devices.size());
            assertThat(tile.percent())
                    .as("round %s: %s", round, devices)
                    .isEqualTo(
                            counted == 0
                                    ? null
                                    : BigDecimal.valueOf(working * 100)
                                            .divide(
                                                    BigDecimal.valueOf(30L * 24 * 60 * counted),
                                                    1,
                                                    RoundingMode.HALF_UP));
        }
    }

    private static List<Change> changes(Random random) {
        var states = DeviceState.values();
        return random.ints(random.nextInt(6), 1, 40 * 24 * 60)
                .distinct()
                .mapToObj(minutes ->
                        new Change(NOW.minus(Duration.ofMinutes(minutes)), states[random.nextInt(states.length)]))
                .sorted(Comparator.comparing(Change::since))
                .toList();
    }

    private static DeviceState stateAt(List<Change> changes, Instant when) {
        var state = WORKING;
        for (var change : changes) {
            if (!change.since().isAfter(when)) {
                state = change.state();
            }
        }
        return state;
    }

    private static Change change(int hoursAgo, DeviceState state) {
        return new Change(NOW.minus(Duration.ofHours(hoursAgo)), state);
    }
}
