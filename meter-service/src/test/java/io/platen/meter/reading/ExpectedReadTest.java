package io.platen.meter.reading;

import static io.platen.contracts.device.Counter.TOTAL;
import static io.platen.meter.reading.RegisterFixture.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.instancio.Instancio;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The corridor of expected reads. */
class ExpectedReadTest {

    @Test
    void theVectorOfTheTrade() {
        var days = ChronoUnit.DAYS.between(LocalDate.parse("2016-01-06"), LocalDate.parse("2016-04-06"));

        assertThat(days).isEqualTo(91);
        var expected = ExpectedRead.after(575_232, 1_671, days);
        assertThat(expected.exact()).isCloseTo(580_258.8, within(0.05));
        assertThat(expected.expected()).isEqualTo(580_259);
    }

    @Test
    void sixtyPercentOfTheGrowthAreFine() {
        var expected = ExpectedRead.after(10_000, 3_025, 10);

        assertThat(expected.expected()).isEqualTo(11_000);
        assertThat(expected.low()).isEqualTo(10_400);
        assertThat(expected.high()).isEqualTo(11_600);
        assertThat(expected.contains(10_400)).isTrue();
        assertThat(expected.contains(11_600)).isTrue();
        assertThat(expected.contains(10_399)).isFalse();
        assertThat(expected.contains(11_601)).isFalse();
    }

    @Test
    void fiveHundredPagesAreAlwaysFine() {
        var expected = ExpectedRead.after(10_000, 3_025, 1);

        assertThat(expected.contains(10_600)).isTrue();
        assertThat(expected.contains(10_601)).isFalse();
        assertThat(expected.low()).isEqualTo(10_000);
    }

    @RepeatedTest(200)
    void theCorridorHoldsTheExpectedReadAndNothingDoubtful() {
        var last = Instancio.gen().longs().range(0L, Submission.HIGHEST).get();
        var usage = Instancio.gen().doubles().range(0.0, 500_000.0).get();
        var days = Instancio.gen().longs().range(0L, 400L).get();
        var read = Instancio.gen().longs().range(0L, 2 * Submission.HIGHEST).get();

        var expected = ExpectedRead.after(last, usage, days);

        assertThat(expected.exact()).isCloseTo(last + usage / 30.25 * days, within(1e-3));
        assertThat(expected.low()).isBetween(last, expected.expected());
        assertThat(expected.high()).isGreaterThanOrEqualTo(expected.expected() + 499);
        assertThat(expected.contains(expected.expected())).isTrue();
        var off = Math.abs(read - expected.exact());
        assertThat(expected.contains(read)).isEqualTo(!(off > 0.6 * (expected.exact() - last) && off > 500));
    }

    @RepeatedTest(100)
    void usageOfAMachineThatPrintsTheSameEveryDayIsThat() {
        var perDay = Instancio.gen().longs().range(0L, 2_000L).get();
        var every = Instancio.gen().ints().range(1, 20).get();
        var start = LocalDate.parse("2026-01-01")
                .plusDays(Instancio.gen().ints().range(0, 365).get());
        var history = ReadHistory.EMPTY;
        for (var day = 0; day <= 120; day += every) {
            history = history.with(start.plusDays(day), total(1_000 + perDay * day));
        }

        assertThat(history.averageMonthlyUsage(TOTAL).orElseThrow()).isCloseTo(perDay * 30.25, within(1e-6));
        assertThat(history.averageDailyGrowth(TOTAL).orElseThrow()).isCloseTo(perDay, within(1e-9));
        assertThat(history.days().size()).isLessThan(16);
    }
}
