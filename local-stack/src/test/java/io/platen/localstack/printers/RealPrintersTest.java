package io.platen.localstack.printers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.platen.agent.printer.Colour;
import io.platen.agent.printer.Counters;
import io.platen.agent.printer.Level;
import io.platen.agent.printer.PrinterReader;
import io.platen.agent.printer.PrinterReading;
import io.platen.agent.printer.Supply;
import io.platen.agent.printer.SupplyKind;
import io.platen.agent.snmp.SnmpSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three real printers, replayed by SNMP and read as the agent reads them. */
class RealPrintersTest {

    private static @Nullable WalkReplay replay;
    private static @Nullable PrinterReader reader;

    @TempDir
    Path memory;

    @BeforeAll
    static void start() throws IOException {
        if (!Walks.present()) {
            System.out.println(Walks.MISSING);
        }
        assumeTrue(Walks.present(), Walks.MISSING);
        replay = WalkReplay.start(Objects.requireNonNull(Walks.folder()));
        reader = new PrinterReader(SnmpSettings.v2c("public"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (replay != null) {
            replay.close();
        }
        if (reader != null) {
            reader.close();
        }
    }

    @Test
    void brothersTonerIsSomeLeftAndNeverAFigure() throws Exception {
        var brother = read("brother");

        assertThat(brother.serialNumber()).isEqualTo("U64641E7J134163");
        assertThat(brother.manufacturer()).isEqualTo("Brother");
        assertThat(brother.model()).isEqualTo("Brother HL-L8260CDW series");
        assertThat(brother.lifeCount()).isEqualTo(42_976);
        assertThat(brother.counters()).isEqualTo(new Counters(42_976L, null, null));
        assertThat(toner(brother))
                .hasSize(4)
                .allSatisfy(supply -> assertThat(supply.level()).isEqualTo(Level.SOME_LEFT));
        assertThat(toner(brother))
                .extracting(Supply::colour)
                .containsExactly(Colour.BLACK, Colour.CYAN, Colour.MAGENTA, Colour.YELLOW);
        assertThat(brother.supplies())
                .contains(
                        new Supply(5, SupplyKind.WASTE, null, "Waste Toner Box", Level.SOME_LEFT),
                        new Supply(6, SupplyKind.OTHER, null, "Belt Unit", Level.measured(56)),
                        new Supply(7, SupplyKind.DRUM, null, "Drum Unit", Level.measured(75)));
        assertThat(brother.low()).isEmpty();
        assertThat(brother.alerts()).isEmpty();
        assertThat(brother.faults()).isEmpty();
    }

    @Test
    void epsonsThreeColoursAreLow() throws Exception {
        var epson = read("epson_cw");

        assertThat(epson.serialNumber()).isEqualTo("X7F4008528");
        assertThat(epson.manufacturer()).isEqualTo("Epson");
        assertThat(epson.model()).isEqualTo("EPSON CW-C6500Au");
        assertThat(epson.lifeCount()).isEqualTo(7_389);
        assertThat(epson.low()).isEqualTo(Set.of(Colour.CYAN, Colour.MAGENTA, Colour.YELLOW));
        assertThat(epson.supplies())
                .extracting(Supply::kind, Supply::colour, Supply::level)
                .containsExactly(
                        tuple(SupplyKind.INK, Colour.BLACK, Level.measured(86)),
                        tuple(SupplyKind.INK, Colour.CYAN, Level.measured(1)),
                        tuple(SupplyKind.INK, Colour.MAGENTA, Level.measured(1)),
                        tuple(SupplyKind.INK, Colour.YELLOW, Level.measured(1)),
                        tuple(SupplyKind.WASTE, null, Level.measured(50)));
        assertThat(epson.alerts()).contains("Ink is low. (Cyan Ink Cartridge SJIC35P-C)");
        assertThat(epson.faults()).isEmpty();
    }

    @Test
    void kyocerasBlackIsAt72PercentAndItsTotalItsOwn() throws Exception {
        var kyocera = read("kyocera_cs4053");

        assertThat(kyocera.serialNumber()).isEqualTo("RH28Y00024");
        assertThat(kyocera.manufacturer()).isEqualTo("Kyocera");
        assertThat(kyocera.model()).isEqualTo("CS 4053ci");
        assertThat(kyocera.lifeCount()).isEqualTo(76_498);
        assertThat(kyocera.counters()).isEqualTo(new Counters(76_064L, 39_717L, 36_347L));
        assertThat(toner(kyocera))
                .extracting(Supply::colour, Supply::level)
                .containsExactly(
                        tuple(Colour.CYAN, Level.measured(50)),
                        tuple(Colour.MAGENTA, Level.measured(32)),
                        tuple(Colour.YELLOW, Level.measured(55)),
                        tuple(Colour.BLACK, Level.measured(72)));
        assertThat(kyocera.low()).isEmpty();
        assertThat(kyocera.faults()).isEmpty();
    }

    @Test
    void aReplayedPrinterPrintsOnAndRemembersIt() throws Exception {
        var folder = Objects.requireNonNull(Walks.folder());
        try (var first = WalkReplay.start(folder, 0, memory)) {
            var kyocera = first.printer("kyocera_cs4053");
            kyocera.addPages(36);
            kyocera.setLevel(4, 2_500);
            WalkReplay.set(kyocera.address(), "1.3.6.1.2.1.43.11.1.1.9.1.1", 15_000);
            first.printer("brother").addPages(24);

            var reading = Objects.requireNonNull(reader).read(kyocera.address(), true);
            assertThat(reading.lifeCount()).isEqualTo(76_534);
            assertThat(reading.counters().total()).isEqualTo(76_100);
            assertThat(toner(reading)).extracting(Supply::level).contains(Level.measured(10), Level.measured(100));
        }
        try (var second = WalkReplay.start(folder, 0, memory)) {
            assertThat(second.printer("brother").reading().lifeCount()).isEqualTo(43_000);
            assertThat(second.printer("kyocera_cs4053").reading().lifeCount()).isEqualTo(76_534);
        }
    }

    @Test
    void theSheetsTellHowToRegisterThem() {
        assertThat(Objects.requireNonNull(replay).printers())
                .extracting(ReplayedPrinter::sheet)
                .extracting(
                        PrinterSheet::serialNumber,
                        PrinterSheet::counters,
                        sheet -> sheet.tonerColours().size())
                .containsExactly(
                        tuple("U64641E7J134163", List.of("TOTAL"), 4),
                        tuple("X7F4008528", List.of("TOTAL"), 4),
                        tuple("RH28Y00024", List.of("TOTAL", "COLOUR"), 4));
    }

    private static PrinterReading read(String name) throws Exception {
        var printer = Objects.requireNonNull(replay).printer(name);
        return Objects.requireNonNull(reader).read(printer.address(), true);
    }

    private static List<Supply> toner(PrinterReading reading) {
        return reading.supplies().stream()
                .filter(supply -> supply.kind() == SupplyKind.TONER)
                .toList();
    }
}
