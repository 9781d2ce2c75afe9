package io.platen.gateway.read;

import io.platen.gateway.read.ExpectedReads.Day;
import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Usage.Point;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reads that say something about use. */
@Repository
class UsageRows {

    private final JdbcClient jdbc;

    UsageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first within each device, one for a day: the last two days, however long ago, and the last of each month
     * since then. What counts is what is billed, which goes on where a counter was replaced.
     *
     * @param devices which ones (d, with their account a)
     */
    Map<UUID, List<Point>> of(Filter devices, LocalDate since) {
        var from = devices.with(since);
        return devices
                .on(jdbc, "with mine as (select d.device_id" + DeviceRows.FROM + devices.where() + """
                        ), days as (
                            select distinct on (r.device_id, r.read_on) r.device_id, r.read_on, r.billed_total as total,
                                r.billed_black_white as black_white, r.billed_colour as colour
                            from view_read r join mine using (device_id)
                            where not r.superseded and r.source <> 'ESTIMATE'
                            order by r.device_id, r.read_on, r.sequence desc),
                        numbered as (
                            select *, row_number() over (partition by device_id order by read_on desc) as nth,
                                row_number() over (partition by device_id, date_trunc('month', read_on)
                                    order by read_on desc) as nth_of_month
                            from days)
                        select device_id, read_on, total, black_white, colour from numbered
                        where nth <= 2 or (nth_of_month = 1 and read_on >= %s)
                        order by device_id, read_on desc
                        """.formatted(from))
                .query(UsageRows::point)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Point::device));
    }

    /** In the order in which they were accepted: what {@link ExpectedReads} needs, which is little of a long history. */
    List<Day> expectedFrom(UUID device) {
        return expectedFrom(List.of(device)).getOrDefault(device, List.of());
    }

    /** By device, by how many pages what is billed is ahead of each counter that was replaced or set back. */
    Map<UUID, Counters> offsets(List<UUID> devices) {
        var found = new HashMap<UUID, Counters>();
        if (devices.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        select device_id, sum(old_total - new_total)::bigint as total,
                            sum(old_black_white - new_black_white)::bigint as black_white,
                            sum(old_colour - new_colour)::bigint as colour
                        from view_counter_reset where device_id in (:devices)
                        group by device_id
                        """).param("devices", devices).query((RowCallbackHandler)
                rows -> found.put(rows.getObject("device_id", UUID.class), counters(rows)));
        return found;
    }

    /** By device, when one of its counters was last replaced or set back. */
    Map<UUID, LocalDate> lastResets(List<UUID> devices) {
        var found = new HashMap<UUID, LocalDate>();
        if (devices.isEmpty()) {
            return found;
        }
        jdbc.sql("select device_id, max(reset_on) as day from view_counter_reset where device_id in (:devices)"
                        + " group by device_id")
                .param("devices", devices)
                .query((RowCallbackHandler) rows ->
                        found.put(rows.getObject("device_id", UUID.class), rows.getObject("day", LocalDate.class)));
        return found;
    }

    /**
     * By device, on the meter that is billed. A read that was corrected was never right; what a counter showed when it was
     * set back is as good as a read.
     */
    Map<UUID, List<Day>> expectedFrom(List<UUID> devices) {
        var found = new HashMap<UUID, List<Day>>();
        if (devices.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        with reads as (
                            select device_id, read_on, sequence, coalesce(billed_total, total) as total,
                                coalesce(billed_black_white, black_white) as black_white,
                                coalesce(billed_colour, colour) as colour
                            from view_read where device_id in (:devices) and corrected_by is null
                            union all
                            select device_id, reset_on, sequence,
                                (old_total + coalesce(sum(old_total - new_total) over before, 0))::bigint,
                                (old_black_white + coalesce(sum(old_black_white - new_black_white) over before, 0))::bigint,
                                (old_colour + coalesce(sum(old_colour - new_colour) over before, 0))::bigint
                            from view_counter_reset where device_id in (:devices)
                            window before as (partition by device_id order by sequence
                                rows between unbounded preceding and 1 preceding)),
                        last as (
                            select device_id, max(read_on) as day from reads group by device_id),
                        kept as (
                            select device_id, day from last
                            union
                            select r.device_id, max(r.read_on) from reads r join last using (device_id)
                            where r.read_on < last.day
                            group by r.device_id
                            union
                            select r.device_id, min(r.read_on) from reads r join last using (device_id)
                            where r.read_on >= date_trunc('month', last.day) - make_interval(months => :months)
                            group by r.device_id, date_trunc('month', r.read_on))
                        select r.device_id, r.read_on, r.total, r.black_white, r.colour
                        from reads r join kept on kept.device_id = r.device_id and kept.day = r.read_on
                        order by r.device_id, r.read_on, r.sequence
                        """)
                .param("devices", devices)
                .param("months", ExpectedReads.KEPT_MONTHS)
                .query((rows, n) -> found.computeIfAbsent(
                                rows.getObject("device_id", UUID.class), id -> new ArrayList<>())
                        .add(new Day(rows.getObject("read_on", LocalDate.class), counters(rows))))
                .list();
        return found;
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
