package io.platen.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.platen.agent.printer.Colour;
import io.platen.agent.printer.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportBufferTest {

    @TempDir
    Path directory;

    @Test
    void keepsWhatWasNotDeliveredOverARestart() throws IOException {
        try (var buffer = ReportBuffer.open(directory, 100)) {
            report(buffer, "A", 3);
            buffer.done(List.of(buffer.oldest(1).getFirst().key()));
        }
        try (var buffer = ReportBuffer.open(directory, 100)) {
            assertThat(sequences(buffer)).hasSize(2);
            long next = Objects.requireNonNull(reporter(buffer).report(Readings.routine("A")));
            assertThat(sequences(buffer)).last().isEqualTo(next);
            assertThat(sequences(buffer)).isSorted().doesNotHaveDuplicates().hasSize(3);
        }
    }

    @Test
    void neverGivesANumberTwiceEvenWhenAllIsDelivered() throws IOException {
        long last;
        try (var buffer = ReportBuffer.open(directory, 100)) {
            last = report(buffer, "A", 5);
            buffer.done(buffer.oldest(10).stream().map(Entry::key).toList());
        }
        try (var buffer = ReportBuffer.open(directory, 100)) {
            assertThat(buffer.size()).isZero();
            assertThat(report(buffer, "A", 1)).isEqualTo(last + 1);
        }
    }

    /** A crash may cut the file anywhere: what stood whole before the cut is kept, and the next number is free. */
    @Test
    void aFileCutAnywhereIsReadUpToTheCut() throws IOException {
        try (var buffer = ReportBuffer.open(directory, 100)) {
            report(buffer, "A", 3);
            buffer.done(List.of(buffer.oldest(1).getFirst().key()));
            report(buffer, "A", 1);
        }
        var whole = Files.readAllBytes(directory.resolve("reports.journal"));
        int step = 7;
        for (int cut = 0; cut <= whole.length; cut += step) {
            var other = Files.createTempDirectory(directory, "cut");
            Files.write(other.resolve("reports.journal"), Arrays.copyOf(whole, cut));
            try (var buffer = ReportBuffer.open(other, 100)) {
                long linesWhole = new String(whole, 0, cut, StandardCharsets.UTF_8)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                int expected = linesWhole < 4 ? (int) linesWhole : linesWhole == 4 ? 2 : 3;
                assertThat(buffer.size()).as("cut at %d", cut).isEqualTo(expected);
                report(buffer, "A", 1);
                assertThat(sequences(buffer)).isSorted().doesNotHaveDuplicates();
            }
            try (var buffer = ReportBuffer.open(other, 100)) {
                assertThat(sequences(buffer))
                        .as("after a cut at %d and a restart", cut)
                        .isNotEmpty()
                        .isSorted();
            }
        }
    }

    @Test
    void aLineSpoiltInTheMiddleCostsOnlyItself() throws IOException {
        try (var buffer = ReportBuffer.open(directory, 100)) {
            report(buffer, "A", 3);
        }
        var file = directory.resolve("reports.journal");
        var lines = Files.readAllLines(file);
        lines.set(1, lines.get(1).replace("Tester", "Tampere"));
        Files.write(file, lines);
        Files.write(file, new byte[] {(byte) 0xff, 0, 1}, StandardOpenOption.APPEND);

        try (var buffer = ReportBuffer.open(directory, 100)) {
            assertThat(buffer.size()).isEqualTo(2);
        }
    }

    @Test
    void theOldestOfTheLeastWorthGoesFirstAndNewsNever() throws IOException {
        try (var buffer = ReportBuffer.open(directory, 4)) {
            var reporter = reporter(buffer);
            reporter.report(Readings.alerting("A", "jam"));
            reporter.report(Readings.counting("B", 100));
            reporter.report(Readings.routine("C"));
            reporter.report(Readings.routine("D"));

            reporter.report(Readings.counting("B", 110)); // C goes
            assertThat(serials(buffer)).containsExactly("A", "B", "D", "B");
            reporter.report(Readings.alerting("E", "jam")); // D goes
            reporter.report(Readings.alerting("F", "jam")); // the older count of B goes
            assertThat(serials(buffer)).containsExactly("A", "B", "E", "F");
            assertThat(reporter.report(Readings.routine("C"))).isNull(); // worth less than all there is
            reporter.report(Readings.alerting("G", "jam"));
            reporter.report(Readings.alerting("H", "jam")); // past the bound rather than lost
            assertThat(serials(buffer)).containsExactly("A", "E", "F", "G", "H");
            assertThat(buffer.dropped()).isEqualTo(5);
        }
        try (var buffer = ReportBuffer.open(directory, 4)) {
            assertThat(serials(buffer)).containsExactly("A", "E", "F", "G", "H");
            assertThat(buffer.dropped()).isEqualTo(5);
        }
    }

    /** Of a printer whose door opens and closes for a month nothing is lost but when it did. */
    @Test
    void whereNewsAloneFillsItTwoOfOnePrinterBecomeOne() throws IOException {
        try (var buffer = ReportBuffer.open(directory, 3)) {
            var reporter = reporter(buffer);
            reporter.report(Readings.alerting("B", "jam"));
            for (int i = 0; i < 50; i++) {
                reporter.report(Readings.alerting("A", "alert " + i % 5));
            }
            assertThat(buffer.size()).isEqualTo(3);
            assertThat(buffer.merged()).isEqualTo(48);
            assertThat(buffer.dropped()).isZero();
            assertThat(alerts(buffer, "A")).contains("alert 0", "alert 1", "alert 2", "alert 3", "alert 4");
            assertThat(alerts(buffer, "B")).containsExactly("jam");
        }
        try (var buffer = ReportBuffer.open(directory, 3)) {
            assertThat(buffer.size()).isEqualTo(3);
            long latest = sequences(buffer).getLast();
            assertThat(reporter(buffer).report(Readings.alerting("A", "fire"))).isEqualTo(latest + 1);
        }
    }

    @Test
    void anOlderReportThatIsWrittenAgainTakesNoNumberBack() throws IOException {
        long latest = 0;
        try (var buffer = ReportBuffer.open(directory, 3)) {
            var reporter = reporter(buffer);
            for (int i = 0; i < 3; i++) {
                latest = Objects.requireNonNull(reporter.report(Readings.alerting("A", "alert " + i)));
            }
            reporter.report(Readings.alerting("B", "jam")); // the first two of A become one, behind the third
        }
        try (var buffer = ReportBuffer.open(directory, 10)) {
            assertThat(report(buffer, "A", 1)).isEqualTo(latest + 1);
        }
    }

    @Test
    void aColourThatRanLowAndWasReplacedIsNotLowWhenTheTwoAreOne() throws IOException {
        try (var buffer = ReportBuffer.open(directory, 2)) {
            var reporter = reporter(buffer);
            reporter.report(Readings.cyan(Level.measured(5)));
            reporter.report(Readings.cyan(Level.measured(100)));
            reporter.report(Readings.alerting("SER-1", "jam"));

            var first = buffer.oldest(1).getFirst().report();
            assertThat(first.low()).isEmpty();
            assertThat(first.replaced()).containsExactly(Colour.CYAN);
        }
    }

    @Test
    void aColourThatWasReplacedAndIsLowAgainIsBoth() throws IOException {
        try (var buffer = ReportBuffer.open(directory, 2)) {
            var reporter = reporter(buffer);
            reporter.report(Readings.cyan(Level.measured(5)));
            reporter.report(Readings.cyan(Level.measured(100)));
            reporter.report(Readings.cyan(Level.measured(4)));
            reporter.report(Readings.alerting("SER-1", "jam"));

            var first = buffer.oldest(1).getFirst().report();
            assertThat(first.low()).containsExactly(Colour.CYAN);
            assertThat(first.replaced()).containsExactly(Colour.CYAN);
        }
    }

    @Test
    void aDiskThatTakesNothingIsToldAndNothingIsLost() throws Exception {
        try (var buffer = ReportBuffer.open(directory, 100)) {
            report(buffer, "A", 2);
            buffer.disk().close(); // as a disk that goes away

            report(buffer, "A", 3);
            assertThat(buffer.size()).isEqualTo(5);
            assertThat(buffer.trouble()).contains("in memory alone");

            buffer.triedLongAgo();
            report(buffer, "A", 1);
            assertThat(buffer.trouble()).isEmpty();
        }
        try (var buffer = ReportBuffer.open(directory, 100)) {
            assertThat(sequences(buffer)).hasSize(6).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void reportsThatRepeatEachOtherHoldTheirTextsOnce() throws IOException {
        try (var buffer = ReportBuffer.open(directory, 100)) {
            report(buffer, "A", 2);
            var both = buffer.oldest(2);
            assertThat(both.get(1).report().supplies())
                    .isSameAs(both.get(0).report().supplies());
        }
        try (var buffer = ReportBuffer.open(directory, 100)) {
            var both = buffer.oldest(2);
            assertThat(both.get(1).report().supplies())
                    .isSameAs(both.get(0).report().supplies());
        }
    }

    @Test
    void theFileStaysBounded() throws IOException {
        var file = directory.resolve("reports.journal");
        try (var buffer = ReportBuffer.open(directory, 20)) {
            report(buffer, "A", 3000);
            assertThat(buffer.size()).isEqualTo(20);
            assertThat(Files.readAllLines(file)).hasSizeLessThan(1200);
            long next = report(buffer, "A", 1);
            assertThat(sequences(buffer)).last().isEqualTo(next);
        }
        try (var buffer = ReportBuffer.open(directory, 20)) {
            assertThat(sequences(buffer)).hasSize(20).isSorted();
        }
    }

    @Test
    void aSecondAgentIsKeptOut() throws IOException {
        try (var buffer = ReportBuffer.open(directory, 20)) {
            assertThat(buffer.size()).isZero();
            assertThatIOException()
                    .isThrownBy(() -> ReportBuffer.open(directory, 20))
                    .withMessageContaining("another");
        }
    }

    /** The process writes a number to its output after the report is kept, and is then killed in the middle of it. */
    @Test
    void whatWasKeptOutlivesAKilledProcess() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReportBufferTest.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var told = new ArrayList<Long>();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < 50; i++) {
                told.add(Long.valueOf(Objects.requireNonNull(output.readLine(), "the process ended by itself")));
            }
            process.destroyForcibly().waitFor();
        }
        try (var buffer = ReportBuffer.open(directory, 1_000_000)) {
            assertThat(sequences(buffer)).containsAll(told).isSorted().doesNotHaveDuplicates();
            assertThat(report(buffer, "A", 1)).isGreaterThan(told.getLast());
        }
    }

    /** The process that is killed. */
    public static void main(String[] args) throws IOException {
        try (var buffer = ReportBuffer.open(Path.of(args[0]), 1_000_000)) {
            while (buffer.size() < 1_000_000) {
                System.out.println(report(buffer, "A", 1));
            }
        }
    }

    private static Reporter reporter(ReportBuffer buffer) {
        return new Reporter(buffer, 10, Clock.systemUTC());
    }

    private static long report(ReportBuffer buffer, String serial, int times) {
        long last = 0;
        for (int i = 0; i < times; i++) {
            last = Objects.requireNonNull(reporter(buffer).report(Readings.routine(serial)));
        }
        return last;
    }

    private static List<Long> sequences(ReportBuffer buffer) {
        return buffer.oldest(Integer.MAX_VALUE).stream()
                .map(entry -> entry.report().sequence())
                .toList();
    }

    private static List<String> alerts(ReportBuffer buffer, String serial) {
        return buffer.oldest(Integer.MAX_VALUE).stream()
                .map(Entry::report)
                .filter(report -> report.serialNumber().equals(serial))
                .flatMap(report -> report.alerts().stream())
                .distinct()
                .toList();
    }

    private static List<String> serials(ReportBuffer buffer) {
        return buffer.oldest(Integer.MAX_VALUE).stream()
                .map(entry -> entry.report().serialNumber())
                .toList();
    }
}
