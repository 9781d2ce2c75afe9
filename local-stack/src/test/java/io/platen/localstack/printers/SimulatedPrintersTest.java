package io.platen.localstack.printers;

import static org.assertj.core.api.Assertions.assertThat;

import io.platen.agent.printer.Level;
import io.platen.agent.printer.PrinterReader;
import io.platen.agent.printer.PrinterReading;
import io.platen.agent.printer.SupplyKind;
import io.platen.agent.snmp.PrinterSilentException;
import io.platen.agent.snmp.SnmpSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedPrintersTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));

    private static final Set<String> SOME = Set.of("OL900X004512", "CV-4180-01126", "BR8-C-330127", "BR4-M-118840");

    @TempDir
    Path folder;

    @Test
    void areADozenOfManyKinds() throws Exception {
        try (var printers = start(1)) {
            var readings = read(printers);

            assertThat(readings).hasSize(12);
            assertThat(readings.values()).allSatisfy(reading -> {
                assertThat(reading.faults()).isEmpty();
                assertThat(reading.counters().total()).isPositive();
            });
            assertThat(readings.get("BR8-C-330127"))
                    .satisfies(some -> assertThat(toner(some, Level.SOME_LEFT)).isEqualTo(4));
            assertThat(readings.get("BR4-M-118840"))
                    .satisfies(
                            unknown -> assertThat(toner(unknown, Level.UNKNOWN)).isEqualTo(1));
            assertThat(readings.values().stream().flatMap(r -> r.supplies().stream()))
                    .anyMatch(supply ->
                            supply.kind() == SupplyKind.WASTE && supply.level().percent() != null);
            assertThat(printers.printers())
                    .filteredOn(sheet -> sheet.counters().contains("COLOUR"))
                    .hasSize(6)
                    .allSatisfy(sheet ->
                            assertThat(sheet.tonerColours()).containsExactly("BLACK", "CYAN", "MAGENTA", "YELLOW"));
            assertThat(printers.printers())
                    .filteredOn(sheet -> !sheet.counters().contains("COLOUR"))
                    .allSatisfy(sheet -> assertThat(sheet.tonerColours()).containsExactly("BLACK"));
        }
    }

    @Test
    void printWithTheClockTimesTheFactor() throws Exception {
        try (var printers = start(24)) {
            var before = read(printers);
            now.updateAndGet(at -> at.plus(Duration.ofHours(1)));
            var after = read(printers);

            assertThat(total(after, "CV-2210-00417") - total(before, "CV-2210-00417"))
                    .isEqualTo(180);
            var colour = Objects.requireNonNull(after.get("OL900X004512")).counters();
            assertThat(Objects.requireNonNull(colour.colour()) + Objects.requireNonNull(colour.blackWhite()))
                    .isEqualTo(colour.total());
        }
    }

    @Test
    void runLowAreRefilledAndNeverRunBackwards() throws Exception {
        var lowOnce = new HashSet<String>();
        var refilledOnce = new HashSet<String>();
        try (var printers = start(1)) {
            var before = read(printers, SOME);
            for (int day = 0; day < 120; day++) {
                now.updateAndGet(at -> at.plus(Duration.ofDays(1)));
                var after = read(printers, SOME);
                for (var serial : after.keySet()) {
                    assertThat(total(after, serial)).isGreaterThanOrEqualTo(total(before, serial));
                    if (!Objects.requireNonNull(after.get(serial)).low().isEmpty()) {
                        lowOnce.add(serial);
                    }
                    if (black(after, serial) - black(before, serial) > 20) {
                        refilledOnce.add(serial);
                    }
                }
                before = after;
            }
        }
        assertThat(lowOnce)
                .contains("OL900X004512", "CV-4180-01126", "BR8-C-330127")
                .doesNotContain("BR4-M-118840");
        assertThat(refilledOnce).contains("OL900X004512", "CV-4180-01126");
    }

    @Test
    void goOnWhereTheyWereAfterARestartWithAnotherFactor() throws Exception {
        long before;
        try (var printers = start(10)) {
            now.updateAndGet(at -> at.plus(Duration.ofDays(1)));
            before = total(read(printers), "CV-2210-00417");
        }
        try (var printers = start(1)) {
            assertThat(total(read(printers), "CV-2210-00417")).isEqualTo(before);
            now.updateAndGet(at -> at.plus(Duration.ofDays(1)));
            assertThat(total(read(printers), "CV-2210-00417")).isEqualTo(before + 180);
        }
    }

    private SimulatedPrinters start(double factor) throws IOException {
        InstantSource moved = now::get;
        return SimulatedPrinters.start(moved.withZone(ZoneOffset.UTC), factor, folder.resolve("simulated.json"), 0);
    }

    private static Map<String, PrinterReading> read(SimulatedPrinters printers)
            throws IOException, PrinterSilentException {
        return read(
                printers,
                printers.printers().stream().map(PrinterSheet::serialNumber).collect(Collectors.toSet()));
    }

    private static Map<String, PrinterReading> read(SimulatedPrinters printers, Set<String> serials)
            throws IOException, PrinterSilentException {
        var readings = new HashMap<String, PrinterReading>();
        try (var reader = new PrinterReader(SnmpSettings.v2c("public"))) {
            for (var sheet : printers.printers()) {
                if (serials.contains(sheet.serialNumber())) {
                    readings.put(sheet.serialNumber(), reader.read(sheet.address(), true));
                }
            }
        }
        return readings;
    }

    private static long total(Map<String, PrinterReading> readings, String serial) {
        return Objects.requireNonNull(
                Objects.requireNonNull(readings.get(serial)).counters().total());
    }

    private static int black(Map<String, PrinterReading> readings, String serial) {
        return Objects.requireNonNull(readings.get(serial)).supplies().stream()
                .filter(supply -> supply.kind().marks() && supply.level().percent() != null)
                .map(supply -> Objects.requireNonNull(supply.level().percent()))
                .findFirst()
                .orElse(0);
    }

    private static long toner(PrinterReading reading, Level level) {
        return reading.supplies().stream()
                .filter(supply ->
                        supply.kind() == SupplyKind.TONER && supply.level().equals(level))
                .count();
    }
}
