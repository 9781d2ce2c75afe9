package io.platen.gateway.read;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.meter.template.MeterColumn;
import io.platen.contracts.meter.template.MeterRowKey;
import io.platen.contracts.meter.template.MeterTemplate;
import io.platen.gateway.read.DeviceShapes.Note;
import io.platen.gateway.read.MeterShapes.DueRead;
import io.platen.platform.spreadsheet.SheetColumn;
import io.platen.platform.spreadsheet.SheetLayout;
import io.platen.platform.spreadsheet.SheetWriter;
import io.platen.platform.spreadsheet.Validation;
import io.platen.platform.spreadsheet.WorkbookWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** F-A: the due meters of a reader, to be filled in and sent back to meter-service (MET-18). */
@Component
class DueDownload {

    private static final long MOST_PAGES = 999_999_999;
    private static final int WIDTH_OF_META = 20;

    private final MeterRows meters;
    private final JdbcClient jdbc;

    DueDownload(MeterRows meters, JdbcClient jdbc) {
        this.meters = meters;
        this.jdbc = jdbc;
    }

    /** @param today about: the calendars of the devices may be a day ahead or behind */
    void write(WorkbookWriter book, Filter filter, String language, LocalDate today) {
        var due = meters.due(filter, " order by " + MeterRows.MOST_URGENT_FIRST + " limit " + MeterTemplate.MOST_ROWS);
        var numbers = accountNumbers(due);
        var sheet = book.sheet(
                SheetLayout.of(MeterTemplate.SHEET, columns(language, today)).guardedByLocks());
        var keys = new ArrayList<MeterRowKey>();
        for (var read : due) {
            var locked = locked(read, numbers.getOrDefault(read.accountId(), ""));
            write(sheet.row(), read, locked);
            keys.add(MeterRowKey.of(
                    MeterTemplate.FIRST_ROW + keys.size(),
                    new DeviceId(read.deviceId()),
                    read.dueOn(),
                    read.counters().stream().map(Counter::valueOf).toList(),
                    locked.values().stream()
                            .map(value -> value == null ? "" : value.toString())
                            .toList()));
        }
        writeMeta(book, language, keys);
    }

    private static List<SheetColumn> columns(String language, LocalDate today) {
        var pages = new Validation.WholeNumber(0, MOST_PAGES);
        return Arrays.stream(MeterColumn.values())
                .map(column -> {
                    var header = SheetColumn.of(column.header(Locale.of(language)), column.width());
                    return switch (column) {
                        case READ_ON ->
                            header.unlocked()
                                    .validated(new Validation.DateBetween(today.minusDays(31), today.plusDays(1)));
                        case TOTAL, COLOUR -> header.unlocked().validated(pages);
                        default -> header;
                    };
                })
                .toList();
    }

    /** What the locked cells show: texts, days and numbers. */
    private static Map<MeterColumn, @Nullable Object> locked(DueRead read, String accountNumber) {
        var location = read.location();
        var last = read.lastRead();
        var cells = new EnumMap<MeterColumn, @Nullable Object>(MeterColumn.class);
        for (var column : MeterColumn.locked()) {
            cells.put(
                    column,
                    switch (column) {
                        case ACCOUNT_NUMBER -> accountNumber;
                        case SERIAL_NUMBER -> read.serialNumber();
                        case EQUIPMENT_NUMBER -> read.equipmentNumber();
                        case MODEL -> read.model();
                        case INSTALL_LOCATION -> location == null ? null : Downloads.oneLine(location);
                        case NOTE_1 -> note(read, 1);
                        case NOTE_2 -> note(read, 2);
                        case DUE_ON -> read.dueOn();
                        case LAST_READ_ON -> last == null ? null : last.readOn();
                        case LAST_TOTAL -> last == null ? null : ReadsDownload.totalOrBlackWhite(last.counters());
                        case LAST_COLOUR ->
                            last == null ? null : last.counters().colour();
                        case READ_ON, TOTAL, COLOUR -> throw new IllegalStateException(column + " is not locked");
                    });
        }
        return cells;
    }

    private static void write(SheetWriter.RowWriter row, DueRead read, Map<MeterColumn, @Nullable Object> locked) {
        locked.forEach((column, value) -> {
            switch (value) {
                case null -> row.text(null);
                case LocalDate day -> row.date(day);
                case Long pages -> row.whole(pages);
                default -> row.text(value.toString());
            }
        });
        row.date(null);
        var asked = read.counters();
        white(row, asked.contains(Counter.TOTAL.name()) || asked.contains(Counter.BLACK_WHITE.name()));
        white(row, asked.contains(Counter.COLOUR.name()));
    }

    /** Where the device does not count, nothing can be filled in. */
    private static void white(SheetWriter.RowWriter row, boolean asked) {
        if (asked) {
            row.whole(null);
        } else {
            row.locked();
        }
    }

    private static void writeMeta(WorkbookWriter book, String language, List<MeterRowKey> keys) {
        var columns = MeterTemplate.META_HEADERS.stream()
                .map(header -> SheetColumn.of(header, WIDTH_OF_META))
                .toList();
        var sheet = book.sheet(SheetLayout.of(MeterTemplate.META_SHEET, columns)
                .guardedByLocks()
                .hiddenFromView());
        texts(sheet, MeterTemplate.mark(language, keys));
        keys.forEach(key -> texts(sheet, key.cells()));
    }

    private static void texts(SheetWriter sheet, List<String> cells) {
        var row = sheet.row();
        cells.forEach(row::text);
    }

    private static @Nullable String note(DueRead read, int number) {
        return read.notes().stream()
                .filter(note -> note.note() == number)
                .map(Note::text)
                .findFirst()
                .orElse(null);
    }

    private Map<UUID, String> accountNumbers(List<DueRead> due) {
        var accounts = due.stream().map(DueRead::accountId).distinct().toList();
        var found = new java.util.HashMap<UUID, String>();
        if (!accounts.isEmpty()) {
            jdbc.sql("select account_id, customer_account_number from view_account where account_id in (:accounts)")
                    .param("accounts", accounts)
                    .query((RowCallbackHandler) rows -> found.put(
                            rows.getObject("account_id", UUID.class), rows.getString("customer_account_number")));
        }
        return found;
    }
}
