package io.platen.gateway.read;

import io.platen.gateway.read.Shapes.Actor;
import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Shapes.CustomerRead;
import io.platen.gateway.read.Shapes.Read;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of accepted reads. */
@Repository
class ReadRows {

    private static final String READER = TimelineRows.ACTOR_NAME.formatted("r");
    private static final String FROM = " from view_read r left join view_device d on d.device_id = r.device_id"
            + TimelineRows.ACTORS.formatted("r");
    private static final String SELECT = "select r.*, d.serial_number, " + READER + " as actor_name" + FROM;

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
                    var read = read(rows, n);
                    var serial = rows.getString("serial_number");
                    return new CustomerRead(
                            read.readId(),
                            read.readOn(),
                            read.counters(),
                            read.source(),
                            read.actor(),
                            read.confirmed(),
                            read.recordedAt(),
                            read.superseded(),
                            rows.getObject("device_id", UUID.class),
                            serial == null ? "" : serial);
                })
                .list();
    }

    private static Read read(ResultSet rows, int number) throws SQLException {
        return new Read(
                rows.getObject("read_id", UUID.class),
                rows.getObject("read_on", LocalDate.class),
                new Counters(
                        rows.getObject("total", Long.class),
                        rows.getObject("black_white", Long.class),
                        rows.getObject("colour", Long.class)),
                rows.getString("source"),
                new Actor(rows.getString("actor"), rows.getString("actor_name")),
                rows.getBoolean("confirmed"),
                rows.getTimestamp("recorded_at").toInstant(),
                rows.getBoolean("superseded"));
    }
}
