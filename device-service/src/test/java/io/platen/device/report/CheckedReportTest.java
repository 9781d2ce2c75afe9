package io.platen.device.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platen.contracts.device.Counter;
import io.platen.contracts.device.LevelState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CheckedReportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String GOOD = """
        {"sequence":17,"observedAt":"2026-11-22T10:00:00Z","serialNumber":" U64641E7J134163 ",
         "manufacturer":"Brother","model":"HL-L8260CDW","counters":{"total":42976,"colour":null,"blackWhite":null},
         "supplies":[{"index":1,"kind":"TONER","colour":"BLACK","description":"Black\\nToner",
                      "level":{"state":"MEASURED","percent":72}}],
         "low":["CYAN"],"replaced":[],"alerts":[]}\
        """;

    @Test
    void aGoodReportIsTaken() throws InvalidReport {
        var report = check(GOOD);

        assertThat(report.sequence()).isEqualTo(17);
        assertThat(report.serialNumber()).isEqualTo("U64641E7J134163");
        assertThat(report.counters()).containsOnlyKeys(Counter.TOTAL).containsEntry(Counter.TOTAL, 42_976L);
        assertThat(report.supplies().getFirst().description()).isEqualTo("Black Toner");
        assertThat(report.supplies().getFirst().percent()).isEqualTo(72);
    }

    @Test
    void aPercentageAboveAHundredIsUnknownAndNoFigure() throws InvalidReport {
        var level = check(GOOD.replace("\"percent\":72", "\"percent\":130"))
                .supplies()
                .getFirst();

        assertThat(level.state()).isEqualTo(LevelState.UNKNOWN);
        assertThat(level.percent()).isNull();
    }

    @Test
    void aReportMayHoldNothingButTheLook() throws InvalidReport {
        var report = check("""
            {"sequence":0,"observedAt":"2026-11-22T10:09:59Z","serialNumber":"A1"}\
            """);

        assertThat(report.counters()).isEmpty();
        assertThat(report.supplies()).isEmpty();
        assertThat(report.low()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "sequence":17                         | "sequence":-1                         | sequence
        "sequence":17,                        | ''                                    | sequence
        "observedAt":"2026-11-22T10:00:00Z",  | ''                                    | observedAt is missing
        2026-11-22T10:00:00Z                  | 1970-01-01T00:00:00Z                  | too far back
        " U64641E7J134163 "                   | "  "                                  | serialNumber is missing
        " U64641E7J134163 "                   | "A\\u0000B"                           | no serial number
        "total":42976                         | "total":-5                            | counters.total
        "total":42976                         | "total":1000000000                    | counters.total
        "percent":72                          | "percent":-3                          | negative
        "percent":72                          | "percent":null                        | MEASURED
        "MEASURED"                            | "SOME_LEFT"                           | MEASURED
        "index":1,                            | ''                                    | index
        "low":["CYAN"]                        | "low":[null]                          | low
        """)
    void whatCannotBeTrueIsRefusedWithItsReason(String good, String bad, String reason) {
        assertThatThrownBy(() -> check(GOOD.replace(good, bad)))
                .isInstanceOf(InvalidReport.class)
                .hasMessageContaining(reason);
    }

    @Test
    void alertsAreLinesOfTextAndEachIsThereOnce() throws InvalidReport {
        var report = check(GOOD.replace("\"alerts\":[]", "\"alerts\":[\"Paper\\njam\",null,\" \",\"Paper jam\"]"));

        assertThat(report.alerts()).containsExactly("Paper jam");
    }

    @Test
    void theOrderOfAlertsIsNoDifference() throws InvalidReport {
        var one = check(GOOD.replace("\"alerts\":[]", "\"alerts\":[\"a\",\"b\"]"));
        var other = check(GOOD.replace("\"alerts\":[]", "\"alerts\":[\"b\",\"a\"]"));

        assertThat(one.content()).isEqualTo(other.content());
        assertThat(one.content()).isNotEqualTo(check(GOOD).content());
    }

    /** Nothing is lost because the machine that the agent runs on tells the wrong time. */
    @ParameterizedTest
    @CsvSource({
        // the agent's clock as it sends, what it says it observed, when that was
        "2026-11-22T10:00:00Z, 2026-11-22T09:55:00Z, 2026-11-22T09:55:00Z",
        "2026-11-22T09:59:00Z, 2026-11-22T09:55:00Z, 2026-11-22T09:55:00Z",
        "2026-11-22T11:00:00Z, 2026-11-22T10:55:00Z, 2026-11-22T09:55:00Z",
        "1970-01-01T00:10:00Z, 1970-01-01T00:05:00Z, 2026-11-22T09:55:00Z",
        "2036-11-22T10:00:00Z, 2036-11-22T09:55:00Z, 2026-11-22T09:55:00Z",
        "2026-11-22T10:00:00Z, 2036-11-22T09:55:00Z, 2026-11-22T10:00:00Z",
        ",                     2026-11-22T10:10:01Z, 2026-11-22T10:00:00Z"
    })
    void anAgentsClockIsCorrected(@Nullable Instant sentAt, Instant observedAt, Instant expected) throws InvalidReport {
        assertThat(AgentClock.of(sentAt, NOW).platformTime(observedAt)).isEqualTo(expected);
    }

    private static CheckedReport check(String json) throws InvalidReport {
        return CheckedReport.of(JSON.readValue(json, ReportBatch.Report.class), AgentClock.of(null, NOW));
    }
}
