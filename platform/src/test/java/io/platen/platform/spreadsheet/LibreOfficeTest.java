package io.platen.platform.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook of ours, opened and saved by another program, is still what it was. */
class LibreOfficeTest {

    @TempDir
    private static Path folder;

    private static byte[] saved = new byte[0];

    @BeforeAll
    static void save() throws Exception {
        assumeTrue(isInstalled(), "LibreOffice (soffice) is not installed");
        Files.write(folder.resolve("ours.xlsx"), WorkbookWriterTest.guarded());
        convert("ours.xlsx", "xlsx:Calc MS Excel 2007 XML");
        saved = Files.readAllBytes(folder.resolve("saved").resolve("ours.xlsx"));
    }

    @Test
    void itsCellsAreRead() throws IOException {
        WorkbookWriterTest.assertRead(saved);
    }

    @Test
    void onlyTheUnlockedCellsAreUnlocked() {
        assertThat(Workbooks.part(saved, Workbooks.SHEET)).contains("<sheetProtection");
        assertThat(Protection.unlockedCells(saved)).isEqualTo(Set.of("E2", "F2", "G2", "E3", "G3"));
    }

    @Test
    void whatMayBeEnteredIsStillTold() {
        assertThat(Workbooks.part(saved, Workbooks.SHEET))
                .contains("type=\"whole\"")
                .contains("<formula1>0</formula1><formula2>999999999</formula2>")
                .contains("type=\"date\"")
                .contains("<formula1>46322</formula1><formula2>46352</formula2>")
                .contains("type=\"list\"");
    }

    /** Opened once more from there, the text is still no formula. */
    @Test
    void asCsvTheApostropheIsStillThere() throws Exception {
        convert("saved/ours.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76");

        assertThat(Files.readString(folder.resolve("saved").resolve("ours.csv")))
                .contains("\n'=cmd|'/c calc'!A1,");
    }

    private static void convert(String file, String to) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        to,
                        "--outdir",
                        folder.resolve("saved").toString(),
                        folder.resolve(file).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("soffice ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("soffice.log")))
                .isZero();
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
    }
}
