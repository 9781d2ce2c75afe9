package io.platen.meter.reading;

import static io.platen.contracts.device.Counter.COLOUR;
import static io.platen.contracts.device.Counter.TOTAL;
import static io.platen.meter.reading.RegisterFixture.colour;
import static io.platen.meter.reading.RegisterFixture.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReadHistoryTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void usageIsThatOfTheLastThreeMonths() {
        var history = ReadHistory.EMPTY
                .with(TODAY.minusMonths(11), total(0))
                .with(TODAY.minusMonths(3), total(100_000))
                .with(TODAY, total(109_200));

        assertThat(history.averageMonthlyUsage(TOTAL).orElseThrow()).isCloseTo(9_200 / 92.0 * 30.25, within(1e-6));
    }

    @Test
    void usageIsThatOfTheLastTwelveMonthsElse() {
        var history = ReadHistory.EMPTY.with(TODAY.minusDays(200), total(1_000)).with(TODAY, total(3_000));

        assertThat(history.averageMonthlyUsage(TOTAL).orElseThrow()).isCloseTo(10 * 30.25, within(1e-6));
    }

    @Test
    void readsLongAgoOrTooCloseTogetherSayNothing() {
        assertThat(ReadHistory.EMPTY
                        .with(TODAY.minusMonths(14), total(0))
                        .with(TODAY, total(109_200))
                        .averageMonthlyUsage(TOTAL))
                .isEmpty();
        assertThat(ReadHistory.EMPTY
                        .with(TODAY.minusDays(6), total(0))
                        .with(TODAY, total(600))
                        .averageMonthlyUsage(TOTAL))
                .isEmpty();
        assertThat(ReadHistory.EMPTY.averageMonthlyUsage(TOTAL)).isEmpty();
    }

    @Test
    void aDayHasOneEntryWithTheLastOfEachCounter() {
        var history = ReadHistory.EMPTY.with(TODAY, colour(100, 10)).with(TODAY, total(120));

        assertThat(history.days()).containsExactly(new DayRead(TODAY, colour(120, 10)));
        assertThat(history.latest()).isEqualTo(colour(120, 10));
    }

    @Test
    void aCounterThatWasNotReadKeepsItsLastValueAndDay() {
        var history =
                ReadHistory.EMPTY.with(TODAY.minusDays(3), colour(100, 10)).with(TODAY, total(120));

        assertThat(history.latest()).isEqualTo(colour(120, 10));
        assertThat(history.last(COLOUR)).isEqualTo(new ReadHistory.CounterRead(TODAY.minusDays(3), 10));
    }

    /** However far apart: how many pages a day there were between them is still to be known. */
    @Test
    void theLastTwoDaysAreNeverForgotten() {
        var history = ReadHistory.EMPTY.with(TODAY.minusYears(2), total(0)).with(TODAY, total(7_310));

        assertThat(history.days()).hasSize(2);
        assertThat(history.averageDailyGrowth(TOTAL).orElseThrow()).isCloseTo(10, within(0.1));
    }

    /** What else was read on the day that the right read is of stays as it is. */
    @Test
    void aCorrectedReadJoinsTheOthersOfItsDay() {
        var history = ReadHistory.EMPTY
                .with(TODAY.minusDays(9), colour(100, 10))
                .with(TODAY.minusDays(5), colour(150, 15))
                .with(TODAY, colour(190, 19));

        var corrected = history.corrected(TODAY.minusDays(5), Counters.NONE, TODAY, total(200));

        assertThat(corrected.days())
                .containsExactly(new DayRead(TODAY.minusDays(9), colour(100, 10)), new DayRead(TODAY, colour(200, 19)));
    }

    @Test
    void twoYearsOfDailyReadsLeaveAFewDays() {
        var history = ReadHistory.EMPTY;
        for (var day = 730; day >= 0; day--) {
            history = history.with(TODAY.minusDays(day), total(10L * (730 - day)));
        }

        assertThat(history.days()).hasSizeBetween(14, 16);
        assertThat(history.averageMonthlyUsage(TOTAL).orElseThrow()).isCloseTo(302.5, within(1e-6));
    }
}
