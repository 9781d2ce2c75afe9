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

    private static final String SELECT = "select r.*, d.serial_number, " + TimelineRows.ACTOR_NAME.formatted("r")
            + " as actor_name from view_read r " + " left join view_device d on d.device_id = r.device_id"
            + TimelineRows.ACTORS.formatted("r");

    private final JdbcClient jdbc;

    ReadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(UUID device) {
        return jdbc.sql("select count(*) from view_read where device_id = ?")
                .param(device)
                .query(Long.class)
                .single();
    }

    List<Read> of(UUID device, Page page) {
        return jdbc.sql(SELECT + " where r.device_id = ?" + page.sql())
                .param(device)
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
