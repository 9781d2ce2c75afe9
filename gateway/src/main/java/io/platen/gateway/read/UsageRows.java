package io.platen.gateway.read;

import io.platen.gateway.read.ExpectedReads.Day;
import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Usage.Point;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reads that say something about use: the last three of a device, and one a month before. */
@Repository
class UsageRows {

    private final JdbcClient jdbc;

    UsageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first within each device. */
    Map<UUID, List<Point>> of(List<UUID> devices, LocalDate since) {
        if (devices.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                        select device_id, read_on, total, black_white, colour from (
                            select device_id, read_on, total, black_white, colour, sequence,
                                row_number() over (partition by device_id order by read_on desc, sequence desc) as nth,
                                row_number() over (partition by device_id, date_trunc('month', read_on)
                                    order by read_on desc, sequence desc) as nth_of_month
                            from view_read where device_id in (:devices) and not superseded and read_on >= :since) r
                        where nth <= 3 or nth_of_month = 1
                        order by device_id, read_on desc, sequence desc
                        """).param("devices", devices).param("since", since).query(UsageRows::point).list().stream()
                .collect(Collectors.groupingBy(Point::device));
    }

    /** In the order in which they were accepted: what {@link ExpectedReads} needs, which is little of a long history. */
    List<Day> expectedFrom(UUID device) {
        return jdbc.sql("""
                        with last as (
                            select max(read_on) as day from view_read where device_id = :device),
                        kept as (
                            select day from last
                            union
                            select max(r.read_on) from view_read r, last
                            where r.device_id = :device and r.read_on < last.day
                            union
                            select min(r.read_on) from view_read r, last
                            where r.device_id = :device
                              and r.read_on >= date_trunc('month', last.day) - make_interval(months => :months)
                            group by date_trunc('month', r.read_on))
                        select r.read_on, r.total, r.black_white, r.colour
                        from view_read r join kept on kept.day = r.read_on
                        where r.device_id = :device
                        order by r.read_on, r.sequence
                        """)
                .param("device", device)
                .param("months", ExpectedReads.KEPT_MONTHS)
                .query((rows, n) -> new Day(rows.getObject("read_on", LocalDate.class), counters(rows)))
                .list();
    }

    private static Point point(ResultSet rows, int number) throws SQLException {
        return new Point(
                rows.getObject("device_id", UUID.class), rows.getObject("read_on", LocalDate.class), counters(rows));
    }

    private static Counters counters(ResultSet rows) throws SQLException {
        return new Counters(
                rows.getObject("total", Long.class),
                rows.getObject("black_white", Long.class),
                rows.getObject("colour", Long.class));
    }
}
