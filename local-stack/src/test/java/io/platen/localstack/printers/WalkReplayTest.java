package io.platen.localstack.printers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.platen.agent.printer.Level;
import io.platen.agent.printer.PrinterReader;
import io.platen.agent.printer.Supply;
import io.platen.agent.snmp.SnmpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkReplayTest {

    /** Out of order, an object twice, octets that are no text, and entries nobody can read. */
    private static final String WALK = """
            [
              {"oid": "1.3.6.1.2.1.43.11.1.1.9.1.1", "type": "Integer", "value": "60"},
              {"oid": "1.3.6.1.2.1.43.11.1.1.8.1.1", "type": "Integer", "value": "100"},
              {"oid": "1.3.6.1.2.1.43.11.1.1.5.1.1", "type": "Integer", "value": "3"},
              {"oid": "1.3.6.1.2.1.43.11.1.1.4.1.1", "type": "Integer", "value": "3"},
              {"oid": ".1.3.6.1.2.1.43.5.1.1.17.1", "type": "OctetString", "value": "?", "hex_value": "5a2d3031"},
              {"oid": "1.3.6.1.2.1.43.10.2.1.4.1.1", "type": "Counter32", "value": "11"},
              {"oid": "1.3.6.1.2.1.43.10.2.1.4.1.1", "type": "Counter32", "value": "12"},
              {"oid": "1.3.6.1.2.1.1.2.0", "type": "ObjectIdentifier", "value": ".1.3.6.1.4.1.99999"},
              {"oid": "1.3.6.1.2.1.1.1.0", "type": "OctetString", "value": "Walked"},
              {"oid": "1.3.6.1.2.1.1.3.0", "type": "TimeTicks", "value": "4294967296000"},
              {"oid": "no oid", "type": "Integer", "value": "1"},
              {"oid": "1.3.6.1.2.1.9.9", "type": "Integer", "value": "much"},
              {"oid": "1.3.6.1.2.1.9.8", "type": "Colour", "value": "red"},
              {"oid": "1.3.6.1.2.1.9.7", "type": "OctetString", "hex_value": "zz"},
              {},
              "surprise"
            ]
            """;

    @TempDir
    Path folder;

    @Test
    void isReadBySnmpWhateverTheOrderOfTheFile() throws Exception {
        Files.writeString(folder.resolve("one.json"), WALK);
        try (var replay = WalkReplay.start(folder);
                var reader = new PrinterReader(SnmpSettings.v2c("public"))) {
            var reading = reader.read(replay.printer("one").address(), true);

            assertThat(reading.serialNumber()).isEqualTo("Z-01");
            assertThat(reading.lifeCount()).isEqualTo(12);
            assertThat(reading.supplies()).extracting(Supply::level).containsExactly(Level.measured(60));
            assertThat(reading.faults()).isEmpty();
            assertThat(replay.printer("one").size()).isEqualTo(8);
        }
    }

    @Test
    void printsOnDemand() throws Exception {
        Files.writeString(folder.resolve("one.json"), WALK);
        try (var replay = WalkReplay.start(folder)) {
            var printer = replay.printer("one");
            printer.print(500);

            assertThat(printer.reading().lifeCount()).isEqualTo(512);
            assertThat(printer.reading().supplies()).extracting(Supply::level).containsExactly(Level.measured(55));
            assertThatIllegalArgumentException().isThrownBy(() -> printer.set("1.3.6.1.2.1.1.1.0", 5));
        }
    }

    @Test
    void theFirstPortIsForTheFirstName() throws Exception {
        Files.writeString(folder.resolve("b.json"), WALK);
        Files.writeString(folder.resolve("a.json"), WALK);
        int free;
        try (var probe = WalkReplay.start(folder)) {
            free = probe.printer("a").address().port();
            assertThat(probe.printers()).extracting(ReplayedPrinter::name).containsExactly("a", "b");
        }
        try (var taken = LoopbackAgent.start(new Mib(), free, () -> {}, (oid, value) -> {})) {
            assertThatIOException()
                    .isThrownBy(() -> WalkReplay.start(folder, taken.address().port(), null))
                    .withMessageContaining("UDP port " + free);
        }
    }

    @Test
    void aFolderWithoutWalksIsTold() throws IOException {
        assertThatIOException().isThrownBy(() -> WalkReplay.start(folder)).withMessageContaining("no walk");
        assertThatIOException()
                .isThrownBy(() -> WalkReplay.start(folder.resolve("nowhere")))
                .withMessageContaining("no folder");
        Files.writeString(folder.resolve("broken.json"), "[{");
        assertThatIOException()
                .isThrownBy(() -> WalkReplay.start(folder))
                .withMessageContaining("broken.json is no walk");
    }
}
