package io.platen.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.agent.printer.Colour;
import io.platen.agent.printer.Counters;
import io.platen.agent.printer.Level;
import io.platen.agent.printer.PrinterReading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReporterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path directory;

    private ReportBuffer buffer;
    private Reporter reporter;

    @BeforeEach
    void open() throws IOException {
        buffer = ReportBuffer.open(directory, 100);
        reporter = new Reporter(buffer, 10, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws IOException {
        buffer.close();
    }

    @Test
    void sequencesRunForwardForEachPrinterFromTheTimeItWasFirstSeen() {
        assertThat(reporter.report(Readings.routine("A"))).isEqualTo(NOW.getEpochSecond());
        assertThat(reporter.report(Readings.routine("A"))).isEqualTo(NOW.getEpochSecond() + 1);
        assertThat(reporter.report(Readings.routine("B"))).isEqualTo(NOW.getEpochSecond());
    }

    @Test
    void aPrinterWithoutSerialNumberIsNotReported() {
        var nameless = new PrinterReading(
                null, "Tester", "One", null, Counters.NONE, List.of(), Set.of(), Set.of(), List.of(), List.of(), true);

        assertThat(reporter.report(nameless)).isNull();
        assertThat(buffer.size()).isZero();
    }

    @Test
    void tenPercentIsLowAndElevenIsNot() {
        assertThat(reportOf(Readings.cyan(Level.measured(10))).low()).containsExactly(Colour.CYAN);
        assertThat(reportOf(Readings.cyan(Level.measured(11))).low()).isEmpty();
    }

    @Test
    void someLeftIsLowOnlyByAnAlert() {
        assertThat(reportOf(Readings.cyan(Level.SOME_LEFT)).low()).isEmpty();
        assertThat(reportOf(someLeft(Set.of(Colour.CYAN), Set.of())).low()).containsExactly(Colour.CYAN);
    }

    @Test
    void moreThanTwentyPointsUpIsANewCartridgeAndTwentyIsAShakenOne() {
        reporter.report(Readings.cyan(Level.measured(5)));

        assertThat(reportOf(Readings.cyan(Level.measured(25))).replaced()).isEmpty();
        assertThat(reportOf(Readings.cyan(Level.measured(46))).replaced()).containsExactly(Colour.CYAN);
    }

    @Test
    void aPrinterThatWasAsleepInBetweenIsComparedWithItsLastFigure() {
        reporter.report(Readings.cyan(Level.measured(5)));
        reporter.report(Readings.cyan(Level.UNKNOWN));

        assertThat(reportOf(Readings.cyan(Level.measured(100))).replaced()).containsExactly(Colour.CYAN);
    }

    @Test
    void withoutFiguresAnEmptyCartridgeThatIsNeitherEmptyNorLowIsNew() {
        reporter.report(someLeft(Set.of(Colour.CYAN), Set.of(Colour.CYAN)));

        assertThat(reportOf(someLeft(Set.of(), Set.of())).replaced()).containsExactly(Colour.CYAN);
    }

    @Test
    void withoutFiguresALowCartridgeThatIsNoLongerLowWasShaken() {
        reporter.report(someLeft(Set.of(Colour.CYAN), Set.of()));

        assertThat(reportOf(someLeft(Set.of(), Set.of())).replaced()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackMakesNoLaterLookTheOlderOne() {
        reporter.report(Readings.routine("SER-1"));
        var behind = new Reporter(buffer, 10, Clock.fixed(NOW.minusSeconds(3_600), ZoneOffset.UTC));
        behind.report(Readings.routine("SER-1"));
        var ahead = new Reporter(buffer, 10, Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));
        ahead.report(Readings.routine("SER-1"));

        assertThat(buffer.oldest(10))
                .extracting(entry -> entry.report().observedAt())
                .containsExactly(NOW, NOW, NOW.plusSeconds(60));
    }

    @Test
    void whatWasSaidBeforeIsNoNews() {
        reporter.report(Readings.alerting("SER-1", "jam"));
        reporter.report(Readings.alerting("SER-1", "jam"));
        reporter.report(Readings.alerting("SER-1", "door open"));
        reporter.report(Readings.routine("SER-1"));
        reporter.report(Readings.cyan(Level.measured(5)));
        reporter.report(Readings.cyan(Level.measured(4)));
        reporter.report(Readings.cyan(Level.measured(90)));

        assertThat(buffer.oldest(10))
                .extracting(Entry::news)
                .containsExactly(true, false, true, false, true, false, true);
    }

    private static PrinterReading someLeft(Set<Colour> low, Set<Colour> empty) {
        return Readings.reading("SER-1", null, Level.SOME_LEFT, low, empty, List.of());
    }

    private Report reportOf(PrinterReading reading) {
        reporter.report(reading);
        return buffer.oldest(100).getLast().report();
    }
}
