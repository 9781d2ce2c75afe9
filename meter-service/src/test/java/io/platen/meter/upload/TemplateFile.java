package io.platen.meter.upload;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.meter.template.MeterColumn;
import io.platen.contracts.meter.template.MeterRowKey;
import io.platen.contracts.meter.template.MeterTemplate;
import io.platen.platform.spreadsheet.SheetColumn;
import io.platen.platform.spreadsheet.SheetLayout;
import io.platen.platform.spreadsheet.WorkbookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The workbook of due meters as a person sends it back, with whatever that person changed. */
final class TemplateFile {

    private static final LocalDate DUE = LocalDate.parse("2026-11-30");

    /** What was filled in; text stands for what is neither number nor date. */
    record Filled(
            DeviceId device,
            @Nullable Object readOn,
            @Nullable Object total,
            @Nullable Object colour) {}

    private final List<Filled> rows = new ArrayList<>();
    private Locale language = Locale.ENGLISH;
    private UnaryOperator<List<String>> mark = cells -> cells;
    private UnaryOperator<String> header = text -> text;
    private UnaryOperator<String> serial = text -> text;
    private List<Integer> order = List.of();
    private boolean extraSheet;

    static String serial(DeviceId device) {
        return "SN-" + device;
    }

    TemplateFile in(String tag) {
        language = Locale.of(tag);
        return this;
    }

    TemplateFile row(DeviceId device, @Nullable Object readOn, @Nullable Object total, @Nullable Object colour) {
        rows.add(new Filled(device, readOn, total, colour));
        return this;
    }

    TemplateFile marked(UnaryOperator<List<String>> change) {
        mark = change;
        return this;
    }

    TemplateFile headed(UnaryOperator<String> change) {
        header = change;
        return this;
    }

    TemplateFile serial(UnaryOperator<String> change) {
        serial = change;
        return this;
    }

    /** Rows of the sheet in another order than their keys. */
    TemplateFile ordered(Integer... places) {
        order = List.of(places);
        return this;
    }

    TemplateFile withAnotherSheet() {
        extraSheet = true;
        return this;
    }

    byte[] bytes() {
        try (var book = new WorkbookWriter()) {
            meters(book);
            meta(book);
            if (extraSheet) {
                book.sheet(SheetLayout.of("Notes", List.of(SheetColumn.of("a", 5))));
            }
            var out = new ByteArrayOutputStream();
            book.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void meters(WorkbookWriter book) {
        var columns = Arrays.stream(MeterColumn.values())
                .map(column -> {
                    var made = SheetColumn.of(header.apply(column.header(language)), column.width());
                    return column.isWhite() ? made.unlocked() : made;
                })
                .toList();
        var sheet = book.sheet(SheetLayout.of(MeterTemplate.SHEET, columns).guardedByLocks());
        var places = order.isEmpty()
                ? java.util.stream.IntStream.range(0, rows.size()).boxed().toList()
                : order;
        for (int place : places) {
            var filled = rows.get(place);
            var row = sheet.row()
                    .text("C-1001")
                    .text(serial.apply(serial(filled.device)))
                    .text(null)
                    .text("Brother HL-L8260CDW")
                    .text("Dam 1, Amsterdam")
                    .text("=note")
                    .text(null)
                    .date(DUE)
                    .date(null)
                    .whole(1200L)
                    .whole(null);
            for (var value : Arrays.asList(filled.readOn, filled.total, filled.colour)) {
                switch (value) {
                    case null -> row.text(null);
                    case LocalDate day -> row.date(day);
                    case Integer number -> row.whole((long) number);
                    case Double number -> row.decimal(java.math.BigDecimal.valueOf(number));
                    default -> row.text(value.toString());
                }
            }
        }
    }

    private void meta(WorkbookWriter book) {
        var sheet = book.sheet(SheetLayout.of(
                        MeterTemplate.META_SHEET,
                        MeterTemplate.META_HEADERS.stream()
                                .map(text -> SheetColumn.of(text, 20))
                                .toList())
                .hiddenFromView());
        var keys = new ArrayList<MeterRowKey>();
        for (int i = 0; i < rows.size(); i++) {
            var device = rows.get(i).device;
            keys.add(MeterRowKey.of(
                    MeterTemplate.FIRST_ROW + i,
                    device,
                    DUE,
                    List.of(Counter.TOTAL, Counter.COLOUR),
                    List.of(
                            "C-1001",
                            serial(device),
                            "",
                            "Brother HL-L8260CDW",
                            "Dam 1, Amsterdam",
                            "=note",
                            "",
                            DUE.toString(),
                            "",
                            "1200",
                            "")));
        }
        var lines = new ArrayList<List<String>>();
        lines.add(mark.apply(MeterTemplate.mark(language.getLanguage(), keys)));
        keys.forEach(key -> lines.add(key.cells()));
        for (var line : lines) {
            var row = sheet.row();
            line.forEach(row::text);
        }
    }
}
