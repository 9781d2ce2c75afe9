package io.platen.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final Arrivals arrivals = new Arrivals();

    @Test
    void aReadThatIsNeverSeenTookForEver() {
        for (int i = 10; i < 60; i++) {
            arrivals.sent("device-" + i, "2026-11-22", 0);
        }
        for (int i = 11; i < 60; i++) {
            arrivals.seen("data:{\"deviceId\":\"device-" + i + "\",\"readOn\":\"2026-11-22\"}", 2_000_000);
        }

        assertThat(arrivals.missing()).isEqualTo(1);
        assertThat(arrivals.millis()).hasSize(50);
        assertThat(Figures.percentile(arrivals.millis(), 0.5)).isEqualTo(2);
        assertThat(Figures.percentile(arrivals.millis(), 0.99)).isInfinite();
    }

    @Test
    void whatIsToldTwiceCountsOnce() {
        arrivals.sent("device", "2026-11-22", 0);

        arrivals.seen("device 2026-11-22", 1_000_000);
        arrivals.seen("device 2026-11-22", 9_000_000);
        arrivals.seen("device 2026-11-21", 9_000_000);

        assertThat(arrivals.millis()).containsExactly(1);
    }

    @Test
    void oneRoundThatNeverEndedDoesNotSpoilTheMedian() {
        assertThat(Figures.median(List.of(1.0, Double.POSITIVE_INFINITY, 2.0))).isEqualTo(2);
    }
}
