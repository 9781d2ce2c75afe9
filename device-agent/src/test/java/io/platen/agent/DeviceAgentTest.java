package io.platen.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.agent.PlatformDoor.Mood;
import io.platen.agent.snmp.AddressRange;
import io.platen.agent.snmp.PrinterAddress;
import io.platen.agent.snmp.SnmpSettings;
import io.platen.agent.snmp.TestPrinter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

class DeviceAgentTest {

    private static final Duration OFTEN = Duration.ofMillis(200);

    @TempDir
    Path directory;

    @Test
    void reportsByItselfAsThePrinterGoesOn() throws Exception {
        try (var door = new PlatformDoor();
                var printer = TestPrinter.ordinary("SER-1");
                var agent = DeviceAgent.start(config(door, printer))) {
            await().until(() -> door.accepted().stream()
                    .anyMatch(r -> r.at("/counters/total").asLong() == 1234));

            printer.with("1.3.6.1.2.1.43.10.2.1.4.1.1", 1300).with("1.3.6.1.2.1.43.11.1.1.9.1.1", 9);

            await().until(() -> door.accepted().stream()
                    .anyMatch(r -> r.at("/counters/total").asLong() == 1300
                            && r.at("/low/0").asString("").equals("BLACK")));
            assertThat(agent.health().printers()).singleElement().satisfies(well -> {
                assertThat(well.serialNumber()).isEqualTo("SER-1");
                assertThat(well.faults()).isEmpty();
            });
        }
    }

    @Test
    void aPrinterThatAnswersNonsenseOrNothingHarmsNoOther() throws Exception {
        try (var door = new PlatformDoor();
                var good = TestPrinter.ordinary("GOOD");
                var silent = new TestPrinter().answering(answer -> null);
                var failing = TestPrinter.ordinary("FAILING").answering(DeviceAgentTest::failing);
                var wrong = TestPrinter.ordinary("WRONG-1")
                        .with("1.3.6.1.2.1.43.10.2.1.4.1.1", new OctetString("lots"))
                        .with("1.3.6.1.2.1.43.11.1.1.9.1.1", new OID("1.3.6"))
                        .with("1.3.6.1.2.1.43.11.1.1.5.1.1", new Integer32(Integer.MIN_VALUE));
                var agent = DeviceAgent.start(config(door, good, silent, failing, wrong))) {
            await().until(() -> door.accepted().stream()
                            .filter(r -> r.path("serialNumber").asString().equals("GOOD"))
                            .count()
                    >= 3);
            await().until(() -> agent.health().printers().stream()
                            .filter(p -> !p.faults().isEmpty())
                            .count()
                    == 3);

            assertThat(faults(agent, silent)).containsExactly("no answer");
            assertThat(faults(agent, failing)).contains("tells no serial number");
            assertThat(faults(agent, wrong)).contains("gives a life count that is no number");
            assertThat(faults(agent, good)).isEmpty();
            assertThat(door.accepted())
                    .filteredOn(r -> r.path("serialNumber").asString().equals("WRONG-1"))
                    .allMatch(r -> r.at("/counters/total").isNull()
                            && r.at("/supplies/0/level/state").asString().equals("UNKNOWN"));
        }
    }

    @Test
    void aPrinterThatFallsSilentHalfWayKeepsItsSupplies() throws Exception {
        try (var door = new PlatformDoor();
                var printer = TestPrinter.ordinary("SER-1");
                var agent =
                        DeviceAgent.start(config(door, printer).withRhythm(Duration.ofHours(1), Duration.ofHours(1)))) {
            await().until(() -> door.accepted().size() == 1);

            printer.answering(answer -> answer.toString().contains("1.3.6.1.2.1.43.11") ? null : answer);
            agent.pollNow();
            agent.pollNow();
            assertThat(agent.health().printers().getFirst().faults()).asString().contains("does not answer below");
            assertThat(agent.health().bufferedReports()).isZero();
            agent.pollNow();

            await().until(() -> door.accepted().size() == 2); // that is how it is, then
        }
    }

    @Test
    void nothingIsLostOrDoubledWhileThePlatformIsAwayAndTheAgentIsRestarted() throws Exception {
        int port;
        try (var reserved = new ServerSocket(0)) {
            port = reserved.getLocalPort();
        }
        try (var printer = TestPrinter.ordinary("SER-1")) {
            var config = AgentConfig.of(
                            URI.create("http://127.0.0.1:" + port),
                            "agent",
                            "secret",
                            List.of(printer.address()),
                            directory)
                    .withSnmp(SnmpSettings.v2c("public").withTimeout(Duration.ofMillis(500), 0))
                    .withLimits(1000, Duration.ofMillis(200), 0);
            try (var agent = DeviceAgent.start(config)) {
                agent.pollNow();
                agent.pollNow();
                await().until(() -> !agent.health().platformTrouble().isEmpty());
            }
            try (var agent = DeviceAgent.start(config);
                    var door = new PlatformDoor(port)) {
                agent.pollNow();
                await().until(() -> agent.health().bufferedReports() == 0
                        && !door.accepted().isEmpty());

                assertThat(door.duplicates()).isZero();
                assertThat(door.accepted())
                        .extracting(r -> r.path("sequence").asLong())
                        .hasSizeGreaterThanOrEqualTo(3)
                        .doesNotHaveDuplicates()
                        .isSorted();
            }
        }
    }

    @Test
    void findsThePrintersOfARange() throws Exception {
        try (var door = new PlatformDoor();
                var printer = TestPrinter.ordinary("FOUND-1")) {
            var config = config(door)
                    .withRanges(List.of(AddressRange.parse(
                            "127.0.0.1-127.0.0.3:" + printer.address().port())));
            try (var agent = DeviceAgent.start(config)) {
                await().until(() -> door.accepted().stream()
                        .anyMatch(r -> r.path("serialNumber").asString().equals("FOUND-1")));
                assertThat(agent.printers())
                        .contains(new PrinterAddress(
                                "127.0.0.1", printer.address().port()));
            }
        }
    }

    @Test
    void showsItsHealthOnLocalhost() throws Exception {
        int port;
        try (var reserved = new ServerSocket(0)) {
            port = reserved.getLocalPort();
        }
        try (var door = new PlatformDoor();
                var printer = TestPrinter.ordinary("SER-1").with("1.3.6.1.2.1.25.3.2.1.3.1", "<script>x</script>");
                var agent = DeviceAgent.start(config(door, printer).withLimits(10, OFTEN, port));
                var http = HttpClient.newHttpClient()) {
            door.become(Mood.BUSY);
            agent.pollNow();

            var page = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                            .build(),
                    BodyHandlers.ofString());
            var json = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(page.body()).contains("SER-1").contains("&lt;script&gt;").doesNotContain("<script>");
            assertThat(json.body()).contains("\"serialNumber\":\"SER-1\"");
        }
    }

    private AgentConfig config(PlatformDoor door, TestPrinter... printers) {
        var addresses = Arrays.stream(printers).map(TestPrinter::address).toList();
        return AgentConfig.of(door.url(), "agent", "secret", addresses, directory)
                .withRhythm(OFTEN, OFTEN)
                .withSnmp(SnmpSettings.v2c("public").withTimeout(Duration.ofMillis(300), 0))
                .withLimits(1000, OFTEN, 0);
    }

    private static List<String> faults(DeviceAgent agent, TestPrinter printer) throws IOException {
        return agent.health().printers().stream()
                .filter(p -> p.address().equals(printer.address().toString()))
                .findFirst()
                .orElseThrow(() -> new IOException("not in its care"))
                .faults();
    }

    private static PDU failing(PDU answer) {
        answer.setErrorStatus(PDU.genErr);
        return answer;
    }
}
