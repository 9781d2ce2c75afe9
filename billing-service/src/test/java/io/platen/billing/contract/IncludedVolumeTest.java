package io.platen.billing.contract;

import static io.platen.billing.contract.ContractFixture.period;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncludedVolumeTest {

    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");

    @ParameterizedTest
    @CsvSource({
        "2026-02-01, 2026-02-28, 1000",
        "2026-03-01, 2026-03-31, 1000",
        "2026-01-01, 2026-12-31, 12000",
        "2026-02-01, 2026-02-14,  500",
        "2026-02-15, 2026-02-28,  500",
        "2026-01-01, 2026-01-10,  322",
        "2026-01-11, 2026-01-31,  678"
    })
    void aMonthHasItsPagesAndAPartOfItItsPart(String from, String until, long pages) {
        assertThat(new IncludedVolume(NEW_YEAR, 1000).in(period(from, until))).isEqualTo(pages);
    }

    /** 5 000 a year by month, from 12 January until 22 April: 5 000 / 12 × (20/31 + 2 + 22/30). */
    @Test
    void theFirstAndTheLastMonthCountByTheirDays() {
        var volume = new IncludedVolume(LocalDate.parse("2026-01-12"), 5000);

        assertThat(volume.in(period("2026-01-12", "2026-04-22")))
                .isEqualTo((long) Math.floor(5000 * (20 / 31.0 + 2 + 22 / 30.0)));
    }

    @RepeatedTest(100)
    void howeverTheYearIsCutNoPageIsWonOrLost(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var start = NEW_YEAR.plusDays(random.nextInt(60));
        var volume = new IncludedVolume(start, random.nextInt(100_000));
        long sum = 0;
        var from = start;
        for (int i = 0; i < 20; i++) {
            var until = from.plusDays(random.nextInt(70));
            var part = volume.in(new Period(from, until));
            assertThat(part).isNotNegative();
            sum += part;
            from = until.plusDays(1);
        }

        assertThat(sum).isEqualTo(volume.in(new Period(start, from.minusDays(1))));
    }
}
