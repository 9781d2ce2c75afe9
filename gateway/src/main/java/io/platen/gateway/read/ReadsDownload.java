package io.platen.gateway.read;

import io.platen.gateway.read.Shapes.Counters;
import io.platen.platform.spreadsheet.SheetColumn;
import io.platen.platform.spreadsheet.SheetLayout;
import io.platen.platform.spreadsheet.SheetWriter;
import io.platen.platform.spreadsheet.WorkbookWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** F-C and F-D: accepted reads, one to a row; what a correction replaced stands beside it. */
@Component
class ReadsDownload {

    private static final int MOST_ROWS_OF_A_SHEET = 1_000_000;
    private static final String SELECT =
            "select r.*, d.serial_number, d.model, d.site, d.street, d.postal_code, d.city,"
                    + " d.country, d.room, d.time_zone, " + TimelineRows.ACTOR_NAME.formatted("r") + " as actor_name,"
                    + " o.total as old_total, o.black_white as old_black_white, o.colour as old_colour"
                    + DeviceRows.FROM
                    + "join view_read r on r.device_id = d.device_id"
                    + " left join view_read o on o.read_id = r.corrects" + TimelineRows.ACTORS.formatted("r");
    private static final String ORDER = " order by d.serial_number, d.device_id, r.read_on desc, r.sequence desc";

    private final NamedParameterJdbcTemplate jdbc;

    ReadsDownload(StreamedQueries queries) {
        this.jdbc = queries.template();
    }

    /**
     * In a transaction, so that rows come as they are written.
     *
     * @param devices whose reads (d, with their account a)
     * @param since the first day; all where nothing is said
     */
    void write(
            WorkbookWriter book, DownloadTexts texts, Filter devices, @Nullable LocalDate since, boolean withLocation) {
        devices.and("not r.superseded");
        if (since != null) {
            devices.and("r.read_on >= " + devices.with(since));
        }
        var sheets = new Sheets(book, texts, withLocation);
        jdbc.query(SELECT + devices.where() + ORDER, devices.parameters(), (RowCallbackHandler)
                rows -> row(sheets.next().row(), rows, texts, withLocation));
    }

    private static void row(SheetWriter.RowWriter row, ResultSet rows, DownloadTexts texts, boolean withLocation)
            throws SQLException {
        var counters = ReadRows.counters(rows, "");
        var corrected = rows.getString("correction") != null;
        row.text(rows.getString("serial_number")).text(rows.getString("model"));
        if (withLocation) {
            row.text(location(rows));
        }
        row.date(rows.getObject("read_on", LocalDate.class))
                .whole(totalOrBlackWhite(counters))
                .whole(counters.colour())
                .text(texts.of("source." + rows.getString("source")))
                .text(rows.getString("actor_name"))
                .dateTime(
                        LocalDateTime.ofInstant(rows.getTimestamp("recorded_at").toInstant(), zone(rows)))
                .text(texts.yesOrNo(corrected));
        old(row, counters, corrected ? ReadRows.counters(rows, "old_") : null);
    }

    /** One number as long as one says it all. */
    private static void old(SheetWriter.RowWriter row, Counters now, @Nullable Counters before) {
        if (before == null) {
            row.whole(null);
        } else if (Objects.equals(before.colour(), now.colour())) {
            row.whole(totalOrBlackWhite(before));
        } else {
            row.text(totalOrBlackWhite(before) + " / " + before.colour());
        }
    }

    static @Nullable Long totalOrBlackWhite(Counters counters) {
        return counters.total() != null ? counters.total() : counters.blackWhite();
    }

    private static @Nullable String location(ResultSet rows) throws SQLException {
        var location = DeviceRows.location(rows);
        return location == null ? null : Downloads.oneLine(location);
    }

    private static ZoneId zone(ResultSet rows) throws SQLException {
        var zone = rows.getString("time_zone");
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    }

    /** A sheet has room for a million rows, a fleet that reports daily has more. */
    private static final class Sheets {

        private final WorkbookWriter book;
        private final String name;
        private final List<SheetColumn> columns;
        private @Nullable SheetWriter current;
        private int sheets;
        private int rows;

        Sheets(WorkbookWriter book, DownloadTexts texts, boolean withLocation) {
            this.book = book;
            this.name = texts.of("sheet.reads");
            this.columns = Stream.of(
                            SheetColumn.of(texts.of("serialNumber"), 20),
                            SheetColumn.of(texts.of("model"), 24),
                            withLocation ? SheetColumn.of(texts.of("installLocation"), 36) : null,
                            SheetColumn.of(texts.of("readDate"), 12),
                            SheetColumn.of(texts.of("total"), 14),
                            SheetColumn.of(texts.of("colour"), 14),
                            SheetColumn.of(texts.of("source"), 14),
                            SheetColumn.of(texts.of("enteredBy"), 24),
                            SheetColumn.of(texts.of("enteredAt"), 20),
                            SheetColumn.of(texts.of("corrected"), 16),
                            SheetColumn.of(texts.of("oldValue"), 16))
                    .filter(Objects::nonNull)
                    .toList();
            begin();
        }

        SheetWriter next() {
            if (rows == MOST_ROWS_OF_A_SHEET) {
                begin();
            }
            rows++;
            return Objects.requireNonNull(current);
        }

        private void begin() {
            sheets++;
            rows = 0;
            current = book.sheet(SheetLayout.of(sheets == 1 ? name : name + " " + sheets, columns)
                    .withFilter());
        }
    }
}
