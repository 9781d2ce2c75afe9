package io.platen.meter.reading;

import static io.platen.meter.reading.RegisterFixture.cycle;
import static io.platen.meter.reading.RegisterFixture.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.billing.MeterCycle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MET-37: the last day of each cycle, counted from the contract's start, and the contract's end. */
class ContractTermTest {

    @ParameterizedTest
    @CsvSource({
        "MONTHLY,     2026-01-01, 2026-05-31, 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31",
        "MONTHLY,     2026-01-31, 2026-05-15, 2026-02-27 2026-03-30 2026-04-29 2026-05-15",
        "MONTHLY,     2028-01-31, 2028-04-10, 2028-02-28 2028-03-30 2028-04-10",
        "MONTHLY,     2026-03-15, 2026-06-14, 2026-04-14 2026-05-14 2026-06-14",
        "QUARTERLY,   2025-11-30, 2026-12-31, 2026-02-27 2026-05-29 2026-08-29 2026-11-29 2026-12-31",
        "HALF_YEARLY, 2026-01-01, 2027-01-01, 2026-06-30 2026-12-31 2027-01-01",
        "YEARLY,      2024-02-29, 2027-02-28, 2025-02-27 2026-02-27 2027-02-27 2027-02-28",
        "YEARLY,      2026-01-01, 2026-03-10, 2026-03-10",
    })
    void readsAreDueAtTheEndsOfItsCycles(MeterCycle cycle, String start, String end, String expected) {
        assertThat(allDue(cycle(cycle, start, end)))
                .containsExactly(java.util.Arrays.stream(expected.split(" "))
                        .map(LocalDate::parse)
                        .toArray(LocalDate[]::new));
    }

    @Test
    void aDeviceThatComesLaterIsReadFromThenOn() {
        var term = monthly("2026-01-31", "2026-05-15").from(LocalDate.parse("2026-03-30"));

        assertThat(allDue(term))
                .extracting(LocalDate::toString)
                .containsExactly("2026-03-30", "2026-04-29", "2026-05-15");
        assertThat(term.from(LocalDate.parse("2026-01-01"))).isEqualTo(term);
    }

    @Test
    void anEarlierEndIsDueInThePlaceOfTheLaterOne() {
        var term = monthly("2026-01-01", "2026-05-31").until(LocalDate.parse("2026-02-10"));

        assertThat(allDue(term)).extracting(LocalDate::toString).containsExactly("2026-01-31", "2026-02-10");
        assertThat(term.until(LocalDate.parse("2026-03-01"))).isEqualTo(term);
    }

    @Test
    void nothingIsDueBehindTheEnd() {
        var term = monthly("2026-01-01", "2026-05-31");

        assertThat(term.dueAfter(LocalDate.parse("2026-05-30"))).isEqualTo("2026-05-31");
        assertThat(term.dueAfter(LocalDate.parse("2026-05-31"))).isNull();
        assertThat(term.from(LocalDate.parse("2026-06-01")).dueAfter(null)).isNull();
    }

    private static List<LocalDate> allDue(ContractTerm term) {
        var all = new ArrayList<LocalDate>();
        for (var due = term.dueAfter(null); due != null; due = term.dueAfter(due)) {
            all.add(due);
        }
        return all;
    }
}
