package io.platen.benchmarks;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A workbook of due meters, filled in. */
final class FilledTemplate {

    private FilledTemplate() {}

    static byte[] of(List<Fleet.Read> reads) throws IOException {
        try (var book = new WorkbookWriter()) {
            var columns = Arrays.stream(MeterColumn.values())
                    .map(column -> SheetColumn.of(column.header(Locale.ENGLISH), column.width()))
                    .toList();
            var meters = book.sheet(SheetLayout.of(MeterTemplate.SHEET, columns));
            var keys = new ArrayList<MeterRowKey>();
            for (var read : reads) {
                var locked = List.of("B-1", "BENCH", "", "Bench One", "Hall, Utrecht", "", "", "", "", "", "");
                var row = meters.row();
                locked.forEach(row::text);
                row.date(LocalDate.parse(read.day())).whole(read.total()).locked();
                keys.add(MeterRowKey.of(
                        MeterTemplate.FIRST_ROW + keys.size(),
                        DeviceId.of(read.device()),
                        null,
                        List.of(Counter.TOTAL),
                        locked));
            }
            var meta = book.sheet(SheetLayout.of(
                            MeterTemplate.META_SHEET,
                            MeterTemplate.META_HEADERS.stream()
                                    .map(header -> SheetColumn.of(header, 20))
                                    .toList())
                    .hiddenFromView());
            var mark = meta.row();
            MeterTemplate.mark("en", keys).forEach(mark::text);
            keys.forEach(key -> {
                var row = meta.row();
                key.cells().forEach(row::text);
            });
            var out = new ByteArrayOutputStream();
            book.writeTo(out);
            return out.toByteArray();
        }
    }
}
