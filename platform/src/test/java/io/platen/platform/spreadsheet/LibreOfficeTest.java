package io.platen.platform.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
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
        assumeTrue(LibreOffice.isInstalled(), "LibreOffice (soffice) is not installed");
        Files.write(folder.resolve("ours.xlsx"), WorkbookWriterTest.guarded());
        saved = Files.readAllBytes(LibreOffice.save(folder.resolve("ours.xlsx"), folder.resolve("saved")));
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
        LibreOffice.saveAsCsv(folder.resolve("saved").resolve("ours.xlsx"), folder.resolve("csv"));

        assertThat(Files.readString(folder.resolve("csv").resolve("ours-Meters.csv")))
                .contains("\n'=cmd|'/c calc'!A1,");
    }
}
