package io.platen.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.agent.PlatformDoor;
import io.platen.agent.PlatformDoor.Mood;
import io.platen.agent.printer.Level;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportSenderTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path directory;

    private PlatformDoor door;
    private ReportBuffer buffer;
    private Reporter reporter;
    private PlatformClient client;
    private ReportSender sender;

    @BeforeEach
    void open() throws IOException {
        door = new PlatformDoor();
        buffer = ReportBuffer.open(directory, 10_000);
        reporter = new Reporter(buffer, 10, CLOCK);
        connect(door.url(), "secret");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        buffer.close();
        door.close();
    }

    @Test
    void handsOverEverythingInOrder() throws Exception {
        for (int i = 0; i < 450; i++) {
            reporter.report(Readings.routine("SER-" + i % 3));
        }

        assertThat(sender.flush()).isZero();

        assertThat(door.accepted()).hasSize(450);
        assertThat(door.calls()).isEqualTo(3);
        assertThat(door.tokens()).isEqualTo(1);
        assertThat(buffer.size()).isZero();
        assertThat(sender.lastSuccess()).isNotNull();
    }

    @Test
    void waitsWithLongerAndLongerPausesWhileThePlatformIsAway() throws Exception {
        connect(URI.create("http://127.0.0.1:1"), "secret");
        reporter.report(Readings.routine("SER-1"));

        var first = sender.flush();
        var second = sender.flush();
        var third = sender.flush();
        for (int i = 0; i < 40; i++) {
            sender.flush();
        }

        assertThat(first).isBetween(Duration.ofMillis(70), Duration.ofMillis(100));
        assertThat(second).isBetween(Duration.ofMillis(140), Duration.ofMillis(200));
        assertThat(third).isBetween(Duration.ofMillis(290), Duration.ofMillis(400));
        assertThat(sender.flush()).isBetween(Duration.ofMillis(1490), Duration.ofSeconds(2));
        assertThat(buffer.size()).isEqualTo(1);
        assertThat(sender.trouble()).contains("away");
    }

    @Test
    void obeysRetryAfter() throws Exception {
        door.become(Mood.BUSY);
        reporter.report(Readings.routine("SER-1"));

        assertThat(sender.flush()).isZero();
        assertThat(buffer.size()).isEqualTo(1);
    }

    @Test
    void aLostAnswerMakesNoSecondReport() throws Exception {
        reporter.report(Readings.routine("SER-1"));
        reporter.report(Readings.routine("SER-1"));
        door.become(Mood.LOSING_ANSWERS);

        assertThat(sender.flush()).isPositive();
        assertThat(sender.flush()).isZero();

        assertThat(door.accepted()).hasSize(2);
        assertThat(door.duplicates()).isEqualTo(2);
        assertThat(buffer.size()).isZero();
    }

    @Test
    void aTokenThatIsNoLongerGoodIsRenewedAtOnce() throws Exception {
        reporter.report(Readings.routine("SER-1"));
        sender.flush();
        door.become(Mood.FORGETFUL);
        reporter.report(Readings.routine("SER-1"));

        assertThat(sender.flush()).isZero();
        assertThat(door.tokens()).isEqualTo(2);
        assertThat(door.accepted()).hasSize(2);
    }

    @Test
    void wrongCredentialsKeepTheReportsWaiting() throws Exception {
        connect(door.url(), "wrong");
        reporter.report(Readings.routine("SER-1"));

        assertThat(sender.flush()).isPositive();
        assertThat(sender.trouble()).contains("no token").contains("401");
        assertThat(buffer.size()).isEqualTo(1);
    }

    @Test
    void oneReportThatIsRefusedIsSetAsideAndHoldsUpNoOther() throws Exception {
        door.become(Mood.CHOKING);
        for (int i = 0; i < 10; i++) {
            reporter.report(Readings.routine(i == 6 ? "POISON" : "SER-" + i));
        }

        assertThat(sender.flush()).isZero();

        assertThat(door.accepted()).hasSize(9);
        assertThat(sender.verdict("POISON")).contains("400");
        assertThat(Files.readAllLines(directory.resolve("rejected.jsonl")))
                .singleElement()
                .asString()
                .contains("POISON")
                .contains("MALFORMED_BODY");
    }

    @Test
    void aDeviceThePlatformDoesNotKnowIsTold() throws Exception {
        reporter.report(Readings.routine("STRANGER"));

        assertThat(sender.flush()).isZero();
        assertThat(sender.verdict("STRANGER")).contains("knows no device");
        assertThat(buffer.size()).isZero();
    }

    @Test
    void saysWithEveryBatchHowItIs() throws Exception {
        reporter.report(Readings.routine("SER-1"));
        sender.flush();

        var agent = door.agents().getFirst();
        assertThat(agent.propertyNames())
                .containsExactlyInAnyOrder(
                        "version",
                        "startedAt",
                        "sentAt",
                        "bufferedReports",
                        "droppedReports",
                        "printersFound",
                        "printersSilent");
        assertThat(agent.path("bufferedReports").asInt()).isEqualTo(1);
        assertThat(agent.path("printersFound").asInt()).isEqualTo(7);
        assertThat(agent.path("printersSilent").asInt()).isEqualTo(2);
    }

    @Test
    void saysThatItIsThereWithoutReportsToo() throws Exception {
        assertThat(sender.flush()).isZero();
        assertThat(door.agents()).hasSize(1);

        assertThat(sender.flush()).isZero();
        assertThat(door.agents()).hasSize(1); // and not again before it is time
    }

    @Test
    void whatIsTooMuchAtOnceIsSentInPieces() throws Exception {
        for (int i = 0; i < 20; i++) {
            reporter.report(Readings.routine("SER-" + i));
        }
        door.become(Mood.NARROW);

        assertThat(sender.flush()).isZero();
        assertThat(door.accepted()).hasSize(20);
        assertThat(directory.resolve("rejected.jsonl")).doesNotExist();
    }

    @Test
    void aPlatformThatUnderstandsNothingOfItGetsEverythingLater() throws Exception {
        for (int i = 0; i < 5; i++) {
            reporter.report(Readings.alerting("SER-" + i, "jam"));
        }
        door.become(Mood.UNINTELLIGIBLE);

        assertThat(sender.flush()).isPositive();
        assertThat(buffer.size()).isEqualTo(5);
        assertThat(sender.trouble()).contains("400");

        door.become(Mood.WELL);
        assertThat(sender.flush()).isZero();
        assertThat(door.accepted()).hasSize(5);
    }

    @Test
    void whoMayNotReportWaits() throws Exception {
        reporter.report(Readings.alerting("SER-1", "jam"));
        door.become(Mood.FORBIDDING);

        assertThat(sender.flush()).isPositive();
        assertThat(sender.trouble()).contains("403");
        assertThat(buffer.size()).isEqualTo(1);
    }

    /** A lost disk under a clock that was ahead once: what is new must not be taken for a repeat. */
    @Test
    void numbersThatAreBehindThePlatformsGoOnAboveThem() throws Exception {
        door.hasSeen("SER-1", 4_000_000_000L);
        reporter.report(Readings.alerting("SER-1", "jam"));
        reporter.report(Readings.counting("SER-1", 17));
        reporter.report(Readings.routine("SER-2"));

        assertThat(sender.flush()).isZero();

        assertThat(door.accepted())
                .extracting(report -> report.path("serialNumber").asString())
                .containsExactly("SER-2", "SER-1", "SER-1");
        assertThat(door.accepted())
                .filteredOn(report -> report.path("serialNumber").asString().equals("SER-1"))
                .extracting(report -> report.path("sequence").asLong())
                .containsExactly(4_000_000_001L, 4_000_000_002L);
        assertThat(buffer.size()).isZero();
        assertThat(reporter.report(Readings.routine("SER-1"))).isEqualTo(4_000_000_003L);
    }

    /** The body is a contract with device-service: a change here must be a change there. */
    @Test
    void theReportLooksAsTheContractHasIt() throws Exception {
        var at = Instant.parse("2026-11-22T10:00:00Z");
        var fixed = new Reporter(buffer, 10, Clock.fixed(at, ZoneOffset.UTC));
        fixed.report(
                Readings.reading("SER-1", 1234L, Level.measured(7), Set.of(), Set.of(), List.of("Toner low (Cyan)")));
        fixed.report(Readings.cyan(Level.SOME_LEFT));
        sender.flush();

        assertThat(door.accepted().getFirst()).isEqualTo(JsonMapper.shared().readTree("""
            {"sequence":1795341600,"observedAt":"2026-11-22T10:00:00Z","serialNumber":"SER-1",
             "manufacturer":"Tester","model":"Tester One",
             "counters":{"total":1234,"colour":null,"blackWhite":null},
             "supplies":[{"index":1,"kind":"TONER","colour":"CYAN","description":"Cyan",
                          "level":{"state":"MEASURED","percent":7}}],
             "low":["CYAN"],"replaced":[],"alerts":["Toner low (Cyan)"]}\
            """));
        assertThat(door.accepted().get(1).path("supplies").path(0).path("level").toString())
                .isEqualTo("{\"state\":\"SOME_LEFT\",\"percent\":null}");
    }

    private void connect(URI url, String secret) {
        client = new PlatformClient(url, url.resolve("/identity/oauth2/token"), "agent", secret, CLOCK, null);
        sender = new ReportSender(
                buffer,
                client,
                directory,
                "0.1.0",
                () -> new ReportSender.Census(7, 2),
                CLOCK,
                Duration.ofMillis(100),
                Duration.ofSeconds(2));
    }
}
