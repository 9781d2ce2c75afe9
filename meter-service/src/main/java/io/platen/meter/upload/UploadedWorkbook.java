package io.platen.meter.upload;

import io.platen.contracts.device.Counter;
import io.platen.contracts.meter.template.MeterColumn;
import io.platen.contracts.meter.template.MeterRowKey;
import io.platen.contracts.meter.template.MeterTemplate;
import io.platen.meter.reading.CounterNames;
import io.platen.platform.problem.Rejected;
import io.platen.platform.spreadsheet.BoundedWorkbook;
import io.platen.platform.spreadsheet.SheetCell;
import io.platen.platform.spreadsheet.SheetRow;
import io.platen.platform.spreadsheet.UnreadableWorkbook;
import io.platen.platform.spreadsheet.WorkbookLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The filled-in template.
 *
 * @param rows those in which something was filled in
 * @param untouched how many were left blank
 */
record UploadedWorkbook(List<UploadedRow> rows, int untouched) {

    /** The header, and in the hidden sheet the mark. */
    private static final WorkbookLimits LIMITS =
            WorkbookLimits.of(MeterTemplate.MOST_ROWS + 2, MeterColumn.values().length);

    private static final int LONGEST_SHOWN = 100;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

    /** @throws Rejected where the file is refused as a whole */
    static UploadedWorkbook read(InputStream bytes) throws IOException {
        try (var book = BoundedWorkbook.open(bytes, LIMITS)) {
            var sheets =
                    book.sheets().stream().map(BoundedWorkbook.SheetInfo::name).toList();
            require(sheets.size() == 2
                    && Set.copyOf(sheets).equals(Set.of(MeterTemplate.SHEET, MeterTemplate.META_SHEET)));
            try (var meta = book.rows(MeterTemplate.META_SHEET);
                    var meters = book.rows(MeterTemplate.SHEET)) {
                var keys = Keys.of(meta.filter(row -> !row.isBlank()).iterator());
                return of(keys, meters.filter(row -> !row.isBlank()).iterator());
            }
        } catch (UnreadableWorkbook e) {
            throw e.rejected();
        }
    }

    /** Row by row, so that no more of a strange file is held than one. */
    private static UploadedWorkbook of(Keys keys, Iterator<SheetRow> rows) {
        var header = next(rows);
        require(header.number() == MeterTemplate.FIRST_ROW - 1 && header.cells().size() == MeterColumn.values().length);
        for (var column : MeterColumn.values()) {
            require(header.cell(column.place()).plain().equals(column.header(keys.language)));
        }
        var filled = new ArrayList<UploadedRow>();
        for (var key : keys.rows) {
            var row = next(rows);
            require(row.number() == key.row() && isAsItWas(row, key));
            if (Arrays.stream(MeterColumn.values())
                    .filter(MeterColumn::isWhite)
                    .anyMatch(column -> !(row.cell(column.place()) instanceof SheetCell.Blank))) {
                filled.add(filled(row, key));
            }
        }
        require(!rows.hasNext());
        return new UploadedWorkbook(List.copyOf(filled), keys.rows.size() - filled.size());
    }

    private static SheetRow next(Iterator<SheetRow> rows) {
        require(rows.hasNext());
        return rows.next();
    }

    private static boolean isAsItWas(SheetRow row, MeterRowKey key) {
        var locked = MeterColumn.locked().stream()
                .map(column -> row.cell(column.place()).plain())
                .toList();
        return MeterRowKey.of(key.row(), key.device(), key.dueOn(), key.counters(), locked)
                .equals(key);
    }

    private static UploadedRow filled(SheetRow row, MeterRowKey key) {
        var entered = new EnumMap<MeterColumn, String>(MeterColumn.class);
        for (var column : MeterColumn.values()) {
            var cell = row.cell(column.place());
            if (column.isWhite() && !(cell instanceof SheetCell.Blank)) {
                entered.put(column, shortened(cell.plain()));
            }
        }
        var day = row.day(MeterColumn.READ_ON.place()).filter(date -> date.getYear() <= 9999);
        Map<String, @Nullable Long> counters = new HashMap<>();
        var first = key.counters().contains(Counter.BLACK_WHITE) ? Counter.BLACK_WHITE : Counter.TOTAL;
        put(counters, first, row.cell(MeterColumn.TOTAL.place()));
        put(counters, Counter.COLOUR, row.cell(MeterColumn.COLOUR.place()));
        return new UploadedRow(
                row.number(),
                key.device(),
                shortened(row.cell(MeterColumn.SERIAL_NUMBER.place()).plain()),
                day.orElse(null),
                day.isPresent() || !entered.containsKey(MeterColumn.READ_ON),
                counters,
                entered);
    }

    private static void put(Map<String, @Nullable Long> counters, Counter counter, SheetCell cell) {
        var name = CounterNames.nameOf(counter);
        switch (cell) {
            case SheetCell.Blank blank -> {}
            case SheetCell.Numeric number -> counters.put(name, number.whole().orElse(null));
            case SheetCell.Text text -> {
                var digits = text.text().strip();
                counters.put(name, DIGITS.matcher(digits).matches() ? (Long) Long.parseLong(digits) : null);
            }
            case SheetCell.Time time -> counters.put(name, null);
            case SheetCell.Bool bool -> counters.put(name, null);
            case SheetCell.Fault fault -> counters.put(name, null);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_SHOWN) - 1));
    }

    private static void require(boolean asItWas) {
        if (!asItWas) {
            throw Rejected.of(UploadProblem.TEMPLATE_MODIFIED);
        }
    }

    /** What the hidden sheet says. */
    private record Keys(Locale language, List<MeterRowKey> rows) {

        static Keys of(Iterator<SheetRow> meta) {
            require(plain(next(meta)).equals(MeterTemplate.META_HEADERS));
            var mark = plain(next(meta));
            var rows = new ArrayList<MeterRowKey>();
            while (meta.hasNext()) {
                var key = MeterRowKey.of(plain(meta.next()));
                require(key.isPresent() && rows.size() < MeterTemplate.MOST_ROWS);
                rows.add(key.orElseThrow());
            }
            require(mark.equals(MeterTemplate.mark(mark.get(1), rows)));
            var numbers = new HashSet<Integer>();
            require(rows.stream().allMatch(row -> row.row() >= MeterTemplate.FIRST_ROW && numbers.add(row.row())));
            return new Keys(Locale.of(mark.get(1)), List.copyOf(rows));
        }

        private static List<String> plain(SheetRow row) {
            require(row.cells().size() <= MeterTemplate.META_HEADERS.size());
            return IntStream.range(0, MeterTemplate.META_HEADERS.size())
                    .mapToObj(column -> row.cell(column).plain())
                    .toList();
        }
    }
}
