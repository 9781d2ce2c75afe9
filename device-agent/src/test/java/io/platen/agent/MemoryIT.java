package io.platen.agent;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.platen.agent.snmp.PrinterRoom;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packed agent on 128 MiB, with the options that are packed beside it: 500 printers, and a buffer that is full. What
 * counts is the most that the process ever held in memory, all of it, not the heap (VmHWM; Linux only).
 */
class MemoryIT {

    private static final long LIMIT_MIB = 128;
    private static final int PRINTERS = 500;
    private static final int BUFFERED = 10_000;

    @TempDir
    Path directory;

    private PrinterRoom room;
    private List<Process> started;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "memory is read from /proc");
        room = new PrinterRoom(PRINTERS);
        started = new ArrayList<>();
    }

    @AfterEach
    void close() throws IOException {
        if (room != null) {
            room.close();
        }
        for (var process : started == null ? List.<Process>of() : started) {
            process.destroyForcibly();
        }
    }

    @Test
    void fiveHundredPrintersAndAFullBufferFitIntoTheLimit() throws Exception {
        int port;
        try (var door = new PlatformDoor()) {
            port = door.port();
        } // and is away
        var agent = start(port);
        await().atMost(Duration.ofMinutes(4)).until(() -> buffered() >= BUFFERED || !agent.isAlive());
        assertThat(agent.isAlive()).as(log()).isTrue();
        told("with " + BUFFERED + " reports waiting", mostMib(agent));
        assertThat(mostMib(agent)).isLessThanOrEqualTo(LIMIT_MIB);

        // killed and started anew it reads them all again, and hands them over when the platform is back
        agent.destroyForcibly().waitFor();
        var again = start(port);
        try (var door = new PlatformDoor(port)) {
            await().atMost(Duration.ofMinutes(2)).until(() -> door.accepted().size() >= BUFFERED || !again.isAlive());
            assertThat(again.isAlive()).as(log()).isTrue();
            int reports = door.accepted().size();
            told(
                    "of the next start, %d reports in %d batches"
                            .formatted(reports, door.agents().size()),
                    mostMib(again));
            assertThat(mostMib(again)).isLessThanOrEqualTo(LIMIT_MIB);
            assertThat(door.duplicates()).isZero();
        }
    }

    private Process start(int port) throws IOException {
        var printers = room.addresses().stream().map(Object::toString).collect(Collectors.joining(","));
        var config = Files.writeString(directory.resolve("agent.properties"), """
            platen.agent.platform-url=http://localhost:%d
            platen.agent.client-id=agent
            platen.agent.client-secret=secret
            platen.agent.printers=%s
            platen.agent.supplies-every=2s
            platen.agent.counters-every=10s
            platen.agent.longest-pause=1s
            platen.agent.buffered-reports=%d
            platen.agent.status-port=0
            platen.agent.data-dir=%s
            """.formatted(
                        port, printers, BUFFERED, directory.resolve("data")));
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@java.options",
                "-Dplaten.agent.config=" + config,
                "-jar",
                jar().toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()));
        var process = builder.start();
        started.add(process);
        return process;
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> requireNonNull(file.getFileName())
                            .toString()
                            .matches("device-agent-.*(?<!-sources|-tests)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the agent is not packed"));
        }
    }

    /** In the journal, which outlives the process: what was kept and is not done with. */
    private long buffered() throws IOException {
        var journal = directory.resolve("data").resolve("reports.journal");
        if (!Files.exists(journal)) {
            return 0;
        }
        try (var lines = Files.lines(journal, StandardCharsets.UTF_8)) {
            return lines.mapToInt(line -> line.length() < 10
                            ? 0
                            : switch (line.charAt(9)) {
                                case 'R' -> 1;
                                case 'A' -> -1;
                                default -> 0;
                            })
                    .sum();
        }
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    private static long mostMib(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static void told(String what, long mib) {
        System.out.printf(
                "Memory of the device agent with %d printers, %s: %d MiB of %d, ratio %.2f%n",
                PRINTERS, what, mib, LIMIT_MIB, (double) mib / LIMIT_MIB);
    }
}
