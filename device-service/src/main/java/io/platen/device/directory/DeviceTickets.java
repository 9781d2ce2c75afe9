package io.platen.device.directory;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.TicketReference;
import io.platen.device.repair.Repair;
import io.platen.device.repair.Repair.Progress;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which ticket is about which device, and how far it is. */
@Repository
public class DeviceTickets {

    private final JdbcClient jdbc;

    DeviceTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of its progress by later events stays. */
    public void opened(TicketReference ticket, @Nullable DeviceId device, boolean stopsWork, Instant at) {
        jdbc.sql("""
                        insert into device_ticket (reference, device_id, stops_work, changed_at, sequence)
                        values (:reference, cast(:device as uuid), :stops, :at, 0)
                        on conflict (reference) do update
                        set device_id = excluded.device_id, stops_work = excluded.stops_work
                        """)
                .param("reference", ticket.value())
                .param("device", device == null ? null : device.value())
                .param("stops", stopsWork)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** An older event that comes late changes nothing. */
    public void moved(TicketReference ticket, Progress progress, Instant at, long sequence) {
        jdbc.sql("""
                        insert into device_ticket as known (reference, progress, changed_at, sequence)
                        values (:reference, :progress, :at, :sequence)
                        on conflict (reference) do update
                        set progress = excluded.progress, changed_at = excluded.changed_at, sequence = excluded.sequence
                        where known.sequence <= excluded.sequence
                        """)
                .param("reference", ticket.value())
                .param("progress", progress.name())
                .param("at", Timestamp.from(at))
                .param("sequence", sequence)
                .update();
    }

    public Optional<DeviceId> deviceOf(TicketReference ticket) {
        return jdbc.sql("select device_id from device_ticket where reference = :reference and device_id is not null")
                .param("reference", ticket.value())
                .query((row, number) -> new DeviceId(row.getObject("device_id", UUID.class)))
                .optional();
    }

    /** When the ticket came where it is. */
    public Instant changedAt(TicketReference ticket) {
        return jdbc.sql("select changed_at from device_ticket where reference = :reference")
                .param("reference", ticket.value())
                .query((row, number) -> row.getTimestamp("changed_at").toInstant())
                .single();
    }

    public List<Repair> open(DeviceId device) {
        return jdbc.sql("""
                        select stops_work, progress from device_ticket
                        where device_id = :device and progress <> 'OVER'
                        """)
                .param("device", device.value())
                .query((row, number) ->
                        new Repair(row.getBoolean("stops_work"), Progress.valueOf(row.getString("progress"))))
                .list();
    }
}
