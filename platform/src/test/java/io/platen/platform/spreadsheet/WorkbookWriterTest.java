package io.platen.platform.spreadsheet;

import static io.platen.platform.spreadsheet.Workbooks.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is written can be read, and looks as it was asked for. */
class WorkbookWriterTest {

    private static final WorkbookLimits LIMITS = WorkbookLimits.of(10_000, 20);

    static byte[] guarded() throws IOException {
        try (var book = new WorkbookWriter()) {
            var meters = book.sheet(SheetLayout.of(
                            "Meters",
                            List.of(
                                    SheetColumn.of("Serial No.", 20),
                                    SheetColumn.of("Last read", 12),
                                    SheetColumn.of("Usage", 12),
                                    SheetColumn.of("At", 20),
                                    SheetColumn.of("Read date", 12)
                                            .unlocked()
                                            .validated(new Validation.DateBetween(
                                                    LocalDate.of(2026, 10, 27), LocalDate.of(2026, 11, 26))),
                                    SheetColumn.of("Total", 12)
                                            .unlocked()
                                            .validated(new Validation.WholeNumber(0, 999_999_999)),
                                    SheetColumn.of("Source", 12)
                                            .unlocked()
                                            .validated(new Validation.OneOf(List.of("Phone", "E-mail")))))
                    .guardedByLocks()
                    .withFilter());
            meters.row()
                    .text("=cmd|'/c calc'!A1")
                    .whole(999_999_999L)
                    .decimal(new BigDecimal("12.25"))
                    .dateTime(LocalDateTime.of(2026, 11, 25, 13, 45, 59))
                    .date(LocalDate.of(2026, 11, 26))
                    .whole(null)
                    .text("Phone");
            meters.row()
                    .text("Zoë\n_x003D_")
                    .whole(0L)
                    .decimal(null)
                    .dateTime(null)
                    .date(null)
                    .locked()
                    .text(null);
            book.sheet(SheetLayout.of("Meta", List.of(SheetColumn.of("version", 10)))
                            .hiddenFromView())
                    .row()
                    .text("1");
            var out = new ByteArrayOutputStream();
            book.writeTo(out);
            return out.toByteArray();
        }
    }

    static void assertRead(byte[] workbook) throws IOException {
        try (var book = BoundedWorkbook.open(new ByteArrayInputStream(workbook), LIMITS);
                var rows = book.rows("Meters")) {
            assertThat(book.sheets())
                    .containsExactly(
                            new BoundedWorkbook.SheetInfo("Meters", false),
                            new BoundedWorkbook.SheetInfo("Meta", true));
            var read = rows.toList();
            assertThat(read).extracting(SheetRow::number).containsExactly(1, 2, 3);
            assertThat(read.get(0).cells())
                    .extracting(SheetCell::plain)
                    .containsExactly("Serial No.", "Last read", "Usage", "At", "Read date", "Total", "Source");
            var first = read.get(1);
            assertThat(first.cell(0)).isEqualTo(new SheetCell.Text("'=cmd|'/c calc'!A1"));
            assertThat(first.cell(1)).isEqualTo(new SheetCell.Numeric(new BigDecimal("999999999")));
            assertThat(first.cell(2)).isEqualTo(new SheetCell.Numeric(new BigDecimal("12.25")));
            assertThat(first.cell(3)).isEqualTo(new SheetCell.Time(LocalDateTime.of(2026, 11, 25, 13, 45, 59)));
            assertThat(first.day(4)).contains(LocalDate.of(2026, 11, 26));
            assertThat(first.cell(5)).isEqualTo(SheetCell.Blank.CELL);
            assertThat(first.cell(6)).isEqualTo(new SheetCell.Text("Phone"));
            var second = read.get(2);
            assertThat(second.cell(0)).isEqualTo(new SheetCell.Text("Zoë\n_x003D_"));
            assertThat(second.cell(1)).isEqualTo(new SheetCell.Numeric(BigDecimal.ZERO));
            for (int column = 2; column < 8; column++) {
                assertThat(second.cell(column)).isEqualTo(SheetCell.Blank.CELL);
            }
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertRead(guarded());
    }

    @Test
    void onlyUnlockedCellsOfAProtectedSheetCanBeChanged() throws IOException {
        var sheet = part(guarded(), "xl/worksheets/sheet1.xml");

        assertThat(sheet)
                .contains("<sheetProtection")
                .contains("sheet=\"true\"")
                .contains("<autoFilter ref=\"A1:G3\"")
                .contains("state=\"frozen\"")
                .doesNotContain("<f>");
        assertThat(Protection.unlockedCells(guarded())).isEqualTo(Set.of("E2", "F2", "G2", "E3", "G3"));
        assertThat(part(guarded(), "xl/styles.xml")).contains("yyyy-mm-dd").contains("yyyy-mm-dd hh:mm:ss");
    }

    @Test
    void whatMayBeEnteredIsTold() throws IOException {
        var sheet = part(guarded(), "xl/worksheets/sheet1.xml");

        assertThat(sheet)
                .contains("<formula1>46322</formula1><formula2>46352</formula2>")
                .contains("<formula1>0</formula1><formula2>999999999</formula2>")
                .contains("<formula1>\"Phone,E-mail\"</formula1>");
    }

    @Test
    void noTemporaryFilesAreLeft() throws IOException {
        var before = temporaryFiles();
        guarded();
        Workbooks.written(5_000);
        try (var book = new WorkbookWriter()) {
            book.sheet(SheetLayout.of("Given up", List.of(SheetColumn.of("a", 5))))
                    .row()
                    .text("b");
        }

        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void aRowIsNotWiderThanItsSheet() throws IOException {
        try (var book = new WorkbookWriter()) {
            var row = book.sheet(SheetLayout.of("Narrow", List.of(SheetColumn.of("a", 5))))
                    .row()
                    .text("b");

            assertThatThrownBy(() -> row.text("c")).isInstanceOf(IllegalStateException.class);
            book.writeTo(OutputStream.nullOutputStream());
        }
    }

    static Set<String> temporaryFiles() throws IOException {
        try (var files = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 2)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("upload-") || name.startsWith("poi-sxssf"))
                    .collect(Collectors.toSet());
        }
    }
}
