package io.platen.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.agent.PlatformDoor.Mood;
import io.platen.agent.snmp.AddressRange;
import io.platen.agent.snmp.PrinterAddress;
import io.platen.agent.snmp.SnmpSettings;
import io.platen.agent.snmp.TestPrinter;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
                    .withRanges(
                            List.of(AddressRange.parse(
                                    "127.0.0.1-127.0.0.3:" + printer.address().port())),
                            OFTEN);
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
    void findsAPrinterThatIsPluggedInLater() throws Exception {
        int port = freeUdpPort();
        try (var door = new PlatformDoor();
                var agent = DeviceAgent.start(
                        config(door).withRanges(List.of(AddressRange.parse("127.0.0.1:" + port)), OFTEN))) {
            await().until(() -> !door.agents().isEmpty());
            assertThat(agent.printers()).isEmpty();

            try (var printer = new TestPrinter(null, port).withOrdinaryObjects("LATE-1")) {
                await().until(() -> door.accepted().stream()
                        .anyMatch(r -> r.path("serialNumber").asString().equals("LATE-1")));
                assertThat(agent.printers()).containsExactly(printer.address());
            }
        }
    }

    /** Its maker's own table has the serial number; the standard's place is empty. */
    @Test
    void findsAPrinterThatHidesItsSerialNumber() throws Exception {
        try (var door = new PlatformDoor();
                var printer = TestPrinter.ordinary("HIDDEN-1")
                        .with("1.3.6.1.2.1.1.2.0", new OID("1.3.6.1.4.1.1347.41"))
                        .without("1.3.6.1.2.1.43.5.1.1.17.1")
                        .with("1.3.6.1.4.1.1347.43.5.1.1.28.1", "KYO-4711");
                var agent = DeviceAgent.start(config(door)
                        .withRanges(
                                List.of(AddressRange.parse(
                                        "127.0.0.1:" + printer.address().port())),
                                OFTEN))) {
            await().until(() -> door.accepted().stream()
                    .anyMatch(r -> r.path("serialNumber").asString().equals("KYO-4711")));
            assertThat(agent.printers()).hasSize(1);
        }
    }

    @Test
    void aPrinterThatMovesTakesItsSerialNumberAlong() throws Exception {
        int first = freeUdpPort();
        int second = freeUdpPort();
        try (var door = new PlatformDoor();
                var agent = DeviceAgent.start(config(door)
                        .withRanges(
                                List.of(
                                        AddressRange.parse("127.0.0.1:" + first),
                                        AddressRange.parse("127.0.0.1:" + second)),
                                OFTEN))) {
            try (var printer = new TestPrinter(null, first).withOrdinaryObjects("MOVER")) {
                await().until(() -> !door.accepted().isEmpty());
                assertThat(printer.address().port()).isEqualTo(first);
            }
            try (var printer = new TestPrinter(null, second)
                    .withOrdinaryObjects("MOVER")
                    .with("1.3.6.1.2.1.43.10.2.1.4.1.1", 5678)) {
                await().until(() -> door.accepted().stream()
                        .anyMatch(r -> r.at("/counters/total").asLong() == 5678));
                await().untilAsserted(() -> assertThat(agent.printers()).containsExactly(printer.address()));
            }
            assertThat(door.duplicates()).isZero();
        }
    }

    @Test
    void ofTwoPrintersWithOneSerialNumberOneIsReportedAndTheOtherIsTold() throws Exception {
        try (var door = new PlatformDoor();
                var one = TestPrinter.ordinary("TWIN").with("1.3.6.1.2.1.43.10.2.1.4.1.1", 100);
                var other = TestPrinter.ordinary("TWIN").with("1.3.6.1.2.1.43.10.2.1.4.1.1", 9000);
                var agent = DeviceAgent.start(config(door, one, other))) {
            await().until(() -> door.accepted().size() > 5);

            assertThat(door.accepted().stream()
                            .map(r -> r.at("/counters/total").asLong())
                            .distinct())
                    .hasSize(1);
            assertThat(List.of(faults(agent, one), faults(agent, other)))
                    .containsOnlyOnce(List.of())
                    .anySatisfy(faults ->
                            assertThat(faults).singleElement().asString().contains("same serial number"));
        }
    }

    @Test
    void aSilentPrinterIsCountedWhereThePlatformSeesIt() throws Exception {
        try (var door = new PlatformDoor();
                var good = TestPrinter.ordinary("GOOD");
                var silent = new TestPrinter().answering(answer -> null);
                var agent = DeviceAgent.start(config(door, good, silent))) {
            await().until(() -> door.agents().stream()
                    .anyMatch(a -> a.path("printersFound").asInt() == 2
                            && a.path("printersSilent").asInt() == 1));
            assertThat(agent.health().printers())
                    .filteredOn(Health.Printer::silent)
                    .hasSize(1);
        }
    }

    /** A machine without a battery: its clock jumps when the network tells the time, and is wrong again after a reboot. */
    @Test
    void aClockThatIsSetBackStopsNoPolling() throws Exception {
        var clock = new MovableClock(Instant.parse("2036-01-01T00:00:00Z"));
        try (var door = new PlatformDoor();
                var printer = TestPrinter.ordinary("SER-1");
                var agent = DeviceAgent.start(
                        config(door, printer).withRhythm(Duration.ofMinutes(10), Duration.ofMinutes(5)), clock)) {
            await().until(() -> door.accepted().size() == 1);

            clock.become(Instant.parse("2026-11-26T10:00:00Z"));

            await().atMost(Duration.ofSeconds(60)).until(() -> door.accepted().size() == 2);
            assertThat(agent.health().bufferedReports()).isZero();
        }
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void become(Instant then) {
            now = then;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static int freeUdpPort() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void reportsByTlsToADoorThatACompanysOwnAuthoritySigned() throws Exception {
        var own = OwnAuthority.in(directory.resolve("tls"));
        try (var door = PlatformDoor.secured(own.context());
                var printer = TestPrinter.ordinary("SER-1")) {
            try (var agent = DeviceAgent.start(config(door, printer))) {
                agent.pollNow();
                await().until(() -> !agent.health().platformTrouble().isEmpty());
                assertThat(door.accepted()).isEmpty();
            }
            try (var agent = DeviceAgent.start(config(door, printer).withAuthorities(own.certificate()))) {
                await().until(() -> !door.accepted().isEmpty());
                assertThat(agent.health().platformTrouble()).isEmpty();
            }
        }
    }

    @Test
    void theStatusPageIsForThisMachineAlone() throws Exception {
        int port;
        try (var reserved = new ServerSocket(0)) {
            port = reserved.getLocalPort();
        }
        try (var door = new PlatformDoor();
                var agent = DeviceAgent.start(config(door).withLimits(10, OFTEN, port))) {
            assertThat(statusOf(port, "localhost:" + port)).isEqualTo(200);
            assertThat(statusOf(port, "evil.example")).isEqualTo(421);
            assertThat(agent.printers()).isEmpty();
        }
    }

    private static int statusOf(int port, String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(9));
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
