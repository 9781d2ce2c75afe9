package io.platen.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Usage.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** MET-34 and MET-35, as D-15 counts them. */
class UsageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void pagesBetweenTheLastTwoReadsAreCountedFor30Days() {
        // 575 pages in 23 days are 750 in 30
        assertThat(average(List.of(read(0, 10_575L, null, null), read(23, 10_000L, null, null))))
                .isEqualTo("750");
        // older reads say nothing
        assertThat(average(List.of(
                        read(0, 10_575L, null, null), read(23, 10_000L, null, null), read(400, 0L, null, null))))
                .isEqualTo("750");
    }

    @Test
    void theMeanIsRoundedOnceAndNotForEachDevice() {
        // 1/7 × 30 three times: each 4.2857…, together 4.2857… → 4; and 10/3 + 31/30 … half way up
        assertThat(Usage.mean(List.of(new Usage.Rate(1, 20), new Usage.Rate(1, 60))))
                .as("(1.5 + 0.5) / 2")
                .isEqualByComparingTo("1");
        assertThat(Usage.mean(List.of(new Usage.Rate(1, 20))))
                .as("1.5 is rounded half up")
                .isEqualByComparingTo("2");
        assertThat(Usage.mean(List.of(new Usage.Rate(1, 7), new Usage.Rate(1, 7), new Usage.Rate(1, 7))))
                .isEqualByComparingTo("4");
    }

    @Test
    void whatIsNotColourIsBlackAndWhite() {
        assertThat(average(List.of(read(0, 1300L, null, 200L), read(30, 1000L, null, 100L))))
                .as("total without colour")
                .isEqualTo("200");
        assertThat(average(List.of(read(0, 1300L, 900L, 200L), read(30, 1000L, 850L, 100L))))
                .as("its own counter")
                .isEqualTo("50");
    }

    @Test
    void aDeviceWithoutTwoReadsADayApartIsLeftOut() {
        var reads = new HashMap<UUID, List<Point>>();
        reads.put(UUID.randomUUID(), List.of(read(0, 1300L, null, null), read(30, 1000L, null, null)));
        reads.put(UUID.randomUUID(), List.of(read(0, 1300L, null, null)));
        reads.put(UUID.randomUUID(), List.of(read(3, 1300L, null, null), read(3, 1000L, null, null)));

        var tile = Usage.tile(reads, 5, Usage::blackWhite, YearMonth.from(TODAY), 6);

        assertThat(tile.pagesPer30Days()).isEqualByComparingTo("300");
        assertThat(tile.devices()).isEqualTo(1);
        assertThat(tile.leftOut())
                .as("two with too few reads, two that nobody read")
                .isEqualTo(4);
        assertThat(Usage.tile(Map.of(), 2, Usage::blackWhite, YearMonth.from(TODAY), 6)
                        .pagesPer30Days())
                .isNull();
    }

    /** Whatever the reads, it is the mean of the devices' own figures, to the nearest page. */
    @Test
    void theMeanIsThatOfTheDevices() {
        var random = new Random(15);
        for (int round = 0; round < 500; round++) {
            var reads = new HashMap<UUID, List<Point>>();
            var sum = BigDecimal.ZERO;
            var counted = 0;
            for (int device = random.nextInt(6); device >= 0; device--) {
                var points = new ArrayList<Point>();
                var day = TODAY.minusDays(random.nextInt(20));
                var pages = 100_000 + random.nextInt(100_000);
                var usable = random.nextInt(4) > 0;
                points.add(point(day, (long) pages));
                if (usable) {
                    var days = 1 + random.nextInt(200);
                    var printed = random.nextInt(50_000);
                    points.add(point(day.minusDays(days), (long) pages - printed));
                    sum = sum.add(
                            BigDecimal.valueOf(printed * 30L).divide(BigDecimal.valueOf(days), MathContext.DECIMAL128));
                    counted++;
                }
                for (int older = random.nextInt(3); usable && older > 0; older--) {
                    var last = points.getLast();
                    points.add(point(last.on().minusDays(1 + random.nextInt(90)), 10L));
                }
                reads.put(UUID.randomUUID(), Collections.unmodifiableList(points));
            }

            var tile = Usage.tile(reads, reads.size(), Usage::blackWhite, YearMonth.from(TODAY), 6);

            assertThat(tile.devices()).isEqualTo(counted);
            assertThat(tile.leftOut()).isEqualTo(reads.size() - counted);
            if (counted == 0) {
                assertThat(tile.pagesPer30Days()).isNull();
            } else {
                assertThat(tile.pagesPer30Days())
                        .as("round %s", round)
                        .isEqualTo(sum.divide(BigDecimal.valueOf(counted), MathContext.DECIMAL128)
                                .setScale(20, RoundingMode.HALF_UP)
                                .setScale(0, RoundingMode.HALF_UP));
            }
        }
    }

    private static String average(List<Point> newestFirst) {
        var tile = Usage.tile(Map.of(UUID.randomUUID(), newestFirst), 1, Usage::blackWhite, YearMonth.from(TODAY), 6);
        return String.valueOf(tile.pagesPer30Days());
    }

    private static Point read(int daysAgo, @Nullable Long total, @Nullable Long blackWhite, @Nullable Long colour) {
        return new Point(UUID.randomUUID(), TODAY.minusDays(daysAgo), new Counters(total, blackWhite, colour));
    }

    private static Point point(LocalDate day, Long total) {
        return new Point(UUID.randomUUID(), day, new Counters(total, null, null));
    }
}
