package io.platen.meter.upload;

import io.platen.contracts.id.MeterUploadId;
import io.platen.contracts.meter.template.MeterColumn;
import io.platen.platform.spreadsheet.SheetColumn;
import io.platen.platform.spreadsheet.SheetLayout;
import io.platen.platform.spreadsheet.SheetWriter;
import io.platen.platform.spreadsheet.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** F-B: what became of the rows, in sheets {@code Captured}, {@code Error} and {@code Warning}. */
final class ResultWorkbook {

    private static final int PAGE = 500;

    private final Uploads uploads;
    private final MeterUploadId upload;
    private final Locale language;
    private final ResourceBundle words;

    private ResultWorkbook(Uploads uploads, MeterUploadId upload, Locale language) {
        this.uploads = uploads;
        this.upload = upload;
        this.language = language;
        this.words = ResourceBundle.getBundle(
                ResultWorkbook.class.getPackageName() + ".result",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static void write(Uploads uploads, MeterUploadId upload, Locale language, OutputStream out) throws IOException {
        var result = new ResultWorkbook(uploads, upload, language);
        try (var book = new WorkbookWriter()) {
            result.captured(book);
            result.attention(book, "Error", RowState.ERROR);
            result.attention(book, "Warning", RowState.WARNING);
            book.writeTo(out);
        }
    }

    private void captured(WorkbookWriter book) {
        var sheet = book.sheet(SheetLayout.of(
                        "Captured",
                        List.of(
                                column("row", 8),
                                column(MeterColumn.SERIAL_NUMBER),
                                column(MeterColumn.READ_ON),
                                column(MeterColumn.TOTAL),
                                column(MeterColumn.COLOUR),
                                column("remark", 24)))
                .withFilter());
        each(
                RowState.CAPTURED,
                row -> sheet.row()
                        .whole((long) row.number())
                        .text(row.serialNumber())
                        .date(row.capturedOn())
                        .whole(pages(row, MeterColumn.TOTAL))
                        .whole(pages(row, MeterColumn.COLOUR))
                        .text(row.already() ? words.getString("already") : null));
    }

    private void attention(WorkbookWriter book, String name, RowState state) {
        var columns = new ArrayList<>(List.of(
                column("row", 8),
                column(MeterColumn.SERIAL_NUMBER),
                column("column", 18),
                column("value", 18),
                column("code", 32),
                column("message", 80)));
        if (state == RowState.WARNING) {
            columns.add(column("token", 50));
        }
        var sheet = book.sheet(SheetLayout.of(name, columns).withFilter());
        each(state, row -> row.faults().forEach(fault -> fault(sheet, row, fault)));
    }

    private void fault(SheetWriter sheet, DecidedRow row, RowFault fault) {
        var cells = sheet.row()
                .whole((long) row.number())
                .text(row.serialNumber())
                .text(UploadAnswers.header(fault.column(), language))
                .text(row.value(fault))
                .text(fault.code())
                .text(fault.message(language));
        if (row.state() == RowState.WARNING) {
            cells.text(row.token());
        }
    }

    private interface Each {
        void write(DecidedRow row);
    }

    private void each(RowState state, Each each) {
        for (int offset = 0; ; offset += PAGE) {
            var rows = uploads.rows(upload, Set.of(state), offset, PAGE);
            rows.forEach(each::write);
            if (rows.size() < PAGE) {
                return;
            }
        }
    }

    private SheetColumn column(String word, int width) {
        return SheetColumn.of(words.getString(word), width);
    }

    private SheetColumn column(MeterColumn column) {
        return SheetColumn.of(column.header(language), column.width());
    }

    private static @Nullable Long pages(DecidedRow row, MeterColumn column) {
        var entered = row.entered().get(column);
        return entered == null ? null : (Long) Long.parseLong(entered.strip());
    }
}
