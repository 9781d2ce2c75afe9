package io.platen.platform.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cells mean. */
class BoundedWorkbookTest {

    private static final WorkbookLimits LIMITS = WorkbookLimits.of(100, 20);

    @Test
    void everyKindOfCell() throws IOException {
        var row = rows(Workbooks.withSheetData("<row r=\"7\"><c r=\"B7\" t=\"inlineStr\"><is><t>a</t></is></c>"
                        + "<c r=\"C7\"><v>0.10000000000000001</v></c><c r=\"D7\" t=\"b\"><v>1</v></c>"
                        + "<c r=\"E7\" t=\"e\"><v>#N/A</v></c><c r=\"F7\" t=\"str\"><v>calculated</v></c>"
                        + "<c r=\"G7\" t=\"inlineStr\"><is><t>  </t></is></c><c r=\"H7\"><v>1.5E3</v></c>"
                        + "<c r=\"I7\"><v>1E400</v></c></row>"))
                .getFirst();

        assertThat(row.number()).isEqualTo(7);
        assertThat(row.cells())
                .containsExactly(
                        SheetCell.Blank.CELL,
                        new SheetCell.Text("a"),
                        new SheetCell.Numeric(new BigDecimal("0.1")),
                        new SheetCell.Bool(true),
                        new SheetCell.Fault("#N/A"),
                        new SheetCell.Text("calculated"),
                        SheetCell.Blank.CELL,
                        new SheetCell.Numeric(new BigDecimal("1500")),
                        new SheetCell.Fault("1E400"));
        assertThat(row.isBlank()).isFalse();
        assertThat(row.cells())
                .extracting(SheetCell::plain)
                .containsExactly("", "a", "0.1", "TRUE", "#N/A", "calculated", "", "1500", "1E400");
    }

    @Test
    void aDayIsADateOrItsTextOrItsNumber() throws IOException {
        var row = rows(Workbooks.withSheetData("<row r=\"1\"><c r=\"A1\"><v>46352</v></c>"
                        + "<c r=\"B1\" t=\"inlineStr\"><is><t>2026-11-26</t></is></c>"
                        + "<c r=\"C1\" t=\"inlineStr\"><is><t>26/11/2026</t></is></c><c r=\"D1\"><v>46352.5</v></c>"
                        + "<c r=\"E1\" t=\"inlineStr\"><is><t>2026-02-30</t></is></c></row>"))
                .getFirst();

        assertThat(row.day(0)).contains(LocalDate.of(2026, 11, 26));
        assertThat(row.day(1)).contains(LocalDate.of(2026, 11, 26));
        for (int column = 2; column < 8; column++) {
            assertThat(row.day(column)).isEmpty();
        }
    }

    @Test
    void daysMayBeCountedFrom1904() throws IOException {
        var with1904 = Workbooks.with("xl/workbook.xml", xml -> xml.replace("date1904=\"false\"", "date1904=\"1\""));
        var row = rows(with1904).get(1);

        assertThat(row.day(2)).contains(LocalDate.of(2026, 11, 1).plusDays(1_462));
        assertThat(row.cell(2)).isEqualTo(new SheetCell.Time(LocalDateTime.of(2030, 11, 2, 0, 0)));
        assertThat(row.firstDay()).isEqualTo(LocalDate.of(1904, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "14,,true",
        "22,,true",
        "0,General,false",
        "1,0,false",
        "164,yyyy-mm-dd,true",
        "164,yyyy\\-mm\\-dd,true",
        "164,[h]:mm,true",
        "164,[$-409]d mmm yyyy,true",
        "164,0.00 \"days\",false",
        "164,[Red]0,false",
        "164,#\\ ##0,false"
    })
    void aDateIsKnownByItsFormat(int id, String format, boolean date) {
        assertThat(DateFormats.isDate(id, format)).isEqualTo(date);
    }

    @Test
    void aSheetThatIsNotThereIsAMistakeOfTheCaller() throws IOException {
        try (var book = BoundedWorkbook.open(new ByteArrayInputStream(Workbooks.ordinary()), LIMITS)) {
            assertThatThrownBy(() -> book.rows("Other")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<SheetRow> rows(byte[] workbook) throws IOException {
        try (var book = BoundedWorkbook.open(new ByteArrayInputStream(workbook), LIMITS);
                var rows = book.rows("Meters")) {
            return rows.toList();
        }
    }
}
