package io.platen.gateway.read;

import io.platen.gateway.read.MeterShapes.CorrectedRead;
import io.platen.gateway.read.MeterShapes.CounterReset;
import io.platen.gateway.read.Shapes.Actor;
import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Shapes.CustomerRead;
import io.platen.gateway.read.Shapes.Read;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of accepted reads. */
@Repository
class ReadRows {

    private static final String READER = TimelineRows.ACTOR_NAME.formatted("r");
    private static final String FROM = " from view_read r left join view_device d on d.device_id = r.device_id"
            + TimelineRows.ACTORS.formatted("r");
    private static final String SELECT = "select r.*, d.serial_number, " + READER + " as actor_name,"
            + " o.read_on as old_read_on, o.total as old_total, o.black_white as old_black_white, o.colour as old_colour"
            + FROM + " left join view_read o on o.read_id = r.corrects";

    /** Day, how it came and who read it, as {@link Filter#words} looks for them. */
    static final String[] SEARCHED = {"r.read_on::text ilike ?", "r.source ilike ?", READER + " ilike ?"};

    private final JdbcClient jdbc;

    ReadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a device. */
    static Filter of(UUID device) {
        var filter = new Filter();
        return filter.and("r.device_id = " + filter.with(device));
    }

    long count(Filter filter) {
        return filter.on(jdbc, "select count(*)" + FROM + filter.where())
                .query(Long.class)
                .single();
    }

    List<Read> list(Filter filter, Page page) {
        return filter.on(jdbc, SELECT + filter.where() + page.sql())
                .query(ReadRows::read)
                .list();
    }

    List<CustomerRead> ofAccount(UUID account, int limit) {
        return jdbc.sql(SELECT + " where d.account_id = ? order by r.recorded_at desc, r.sequence desc limit ?")
                .params(account, limit)
                .query((rows, n) -> {
                    var serial = rows.getString("serial_number");
                    return new CustomerRead(
                            read(rows, n), rows.getObject("device_id", UUID.class), serial == null ? "" : serial);
                })
                .list();
    }

    /** The day of the last read that somebody or the machine itself made. */
    @Nullable
    LocalDate lastReadOn(UUID device) {
        return jdbc.sql("select read_on from view_read where device_id = ? and not superseded and source <> 'ESTIMATE'"
                        + " order by read_on desc limit 1")
                .param(device)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    /** The newest first. */
    List<CounterReset> resets(UUID device) {
        return jdbc.sql("select r.*, " + READER + " as actor_name from view_counter_reset r"
                        + TimelineRows.ACTORS.formatted("r")
                        + " where r.device_id = ? order by r.reset_on desc, r.sequence desc")
                .param(device)
                .query((rows, n) -> new CounterReset(
                        rows.getObject("reset_on", LocalDate.class),
                        counters(rows, "old_"),
                        counters(rows, "new_"),
                        rows.getString("reason"),
                        new Actor(rows.getString("actor"), rows.getString("actor_name")),
                        rows.getTimestamp("at").toInstant()))
                .list();
    }

    /** @param prefix of the columns' names */
    static Counters counters(ResultSet rows, String prefix) throws SQLException {
        return new Counters(
                rows.getObject(prefix + "total", Long.class),
                rows.getObject(prefix + "black_white", Long.class),
                rows.getObject(prefix + "colour", Long.class));
    }

    private static Read read(ResultSet rows, int number) throws SQLException {
        return new Read(
                rows.getObject("read_id", UUID.class),
                rows.getObject("read_on", LocalDate.class),
                counters(rows, ""),
                rows.getString("source"),
                new Actor(rows.getString("actor"), rows.getString("actor_name")),
                rows.getBoolean("confirmed"),
                rows.getTimestamp("recorded_at").toInstant(),
                rows.getBoolean("superseded"),
                rows.getString("reason"),
                corrected(rows),
                rows.getString("corrected_by"));
    }

    private static @Nullable CorrectedRead corrected(ResultSet rows) throws SQLException {
        var number = rows.getString("correction");
        var day = rows.getObject("old_read_on", LocalDate.class);
        return number == null || day == null ? null : new CorrectedRead(number, day, counters(rows, "old_"));
    }
}
