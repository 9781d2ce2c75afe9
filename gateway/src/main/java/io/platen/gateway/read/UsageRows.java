package io.platen.gateway.read;

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

    private static Point point(ResultSet rows, int number) throws SQLException {
        return new Point(
                rows.getObject("device_id", UUID.class),
                rows.getObject("read_on", LocalDate.class),
                new Counters(
                        rows.getObject("total", Long.class),
                        rows.getObject("black_white", Long.class),
                        rows.getObject("colour", Long.class)));
    }
}
