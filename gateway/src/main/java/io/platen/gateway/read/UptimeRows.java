package io.platen.gateway.read;

import io.platen.contracts.device.DeviceState;
import io.platen.gateway.read.Uptime.Change;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which state machines were. */
@Repository
class UptimeRows {

    private final JdbcClient jdbc;

    UptimeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The changes of each device within the window, with the last one before it; none where nothing was ever told.
     *
     * @param devices which ones (d, with their account a)
     */
    List<List<Change>> of(Filter devices, Instant now) {
        var from = devices.with(Timestamp.from(now.minus(Uptime.WINDOW)));
        var changes = new LinkedHashMap<UUID, List<Change>>();
        devices.on(
                        jdbc,
                        "select d.device_id, s.since, s.state" + DeviceRows.FROM
                                + " left join view_device_state s on s.device_id = d.device_id and s.since >= coalesce("
                                + "(select max(b.since) from view_device_state b where b.device_id = d.device_id"
                                + " and b.since <= " + from + "), '-infinity')"
                                + devices.where() + " order by d.device_id, s.since")
                .query((RowCallbackHandler) rows -> {
                    var of = changes.computeIfAbsent(rows.getObject("device_id", UUID.class), id -> new ArrayList<>());
                    var since = rows.getTimestamp("since");
                    if (since != null) {
                        of.add(new Change(since.toInstant(), DeviceState.valueOf(rows.getString("state"))));
                    }
                });
        return List.copyOf(changes.values());
    }
}
