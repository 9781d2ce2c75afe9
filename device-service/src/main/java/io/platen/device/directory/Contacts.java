package io.platen.device.directory;

import io.platen.contracts.id.DeviceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each device was heard last, to the minute or so; the device itself knows exactly. */
@Repository
public class Contacts {

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Time goes forward only. */
    public void heard(DeviceId device, Instant at) {
        jdbc.sql("""
            insert into device_contact (device_id, last_at) values (:device, :at)
            on conflict (device_id) do update
            set last_at = greatest(device_contact.last_at, excluded.last_at)
            """)
                .param("device", device.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Of those on an account, whose silence has not been looked into. */
    public List<DeviceId> silentSince(Instant before, int limit) {
        return jdbc.sql("""
            select c.device_id from device_contact c join device d using (device_id)
            where c.last_at < :before and c.told_for is distinct from c.last_at
              and d.account_id is not null
            order by c.last_at, c.device_id limit :limit
            """)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query((row, number) -> new DeviceId(row.getObject("device_id", UUID.class)))
                .list();
    }

    /** When the newest report on it was observed, whether or not it brought anything; null where there is none. */
    public @Nullable Instant lastReport(DeviceId device) {
        return jdbc.sql("select observed_at from agent_report where device_id = :device order by observed_at desc"
                        + " limit 1")
                .param("device", device.value())
                .query((row, number) -> row.getTimestamp("observed_at").toInstant())
                .optional()
                .orElse(null);
    }

    public void lookedInto(DeviceId device) {
        jdbc.sql("update device_contact set told_for = last_at where device_id = :device")
                .param("device", device.value())
                .update();
    }
}
