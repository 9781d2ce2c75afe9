package io.platen.gateway.read;

import io.platen.contracts.event.EventMetadata;
import io.platen.gateway.read.DeviceShapes.NoteChange;
import io.platen.gateway.read.DeviceShapes.Replacement;
import io.platen.gateway.read.Shapes.Actor;
import io.platen.platform.security.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a device was before: its notes, and the machine in whose place it stands. */
@Repository
class DeviceHistory {

    private final JdbcClient jdbc;

    DeviceHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** DEV-12: what was written over stays, as long as the device is on the account where it was written. */
    List<NoteChange> notes(UUID device, int limit) {
        return jdbc.sql("select e.occurred_at, e.actor, e.data ->> 'note' as note, e.data ->> 'text' as text,"
                        + " e.data ->> 'previous' as previous, " + TimelineRows.ACTOR_NAME.formatted("e")
                        + " as actor_name from view_timeline e join view_device d on d.device_id = e.device_id"
                        + TimelineRows.ACTORS.formatted("e")
                        + " where e.device_id = :device and e.type = 'DeviceNoteChanged'"
                        + " and (e.account_id is null or e.account_id = d.account_id)"
                        + " order by e.occurred_at desc, e.sequence desc, e.event_id limit :limit")
                .param("device", device)
                .param("limit", limit)
                .query((rows, n) -> {
                    var actor = rows.getString("actor");
                    return new NoteChange(
                            rows.getInt("note"),
                            rows.getString("text"),
                            rows.getString("previous"),
                            actor.equals(EventMetadata.SYSTEM) ? null : new Actor(actor, rows.getString("actor_name")),
                            rows.getTimestamp("occurred_at").toInstant());
                })
                .list();
    }

    /** @return nothing where the reader does not see the other machine */
    @Nullable
    Replacement replacedBy(UUID device, Caller caller) {
        return replacement("o.replaced_by", "o.replaced_on", device, caller);
    }

    /** @return nothing where the reader does not see the other machine */
    @Nullable
    Replacement replaces(UUID device, Caller caller) {
        return replacement("o.replaces", "d.replaced_on", device, caller);
    }

    private @Nullable Replacement replacement(String other, String on, UUID device, Caller caller) {
        var filter = Filter.devices(caller, Reach.DEVICES);
        filter.and("o.device_id = " + filter.with(device));
        return filter.on(
                        jdbc,
                        "select d.device_id, d.serial_number, d.model, " + on + " as replaced_on" + DeviceRows.FROM
                                + "join view_device o on d.device_id = " + other + filter.where())
                .query((rows, n) -> new Replacement(
                        rows.getObject("device_id", UUID.class),
                        orEmpty(rows.getString("serial_number")),
                        orEmpty(rows.getString("model")),
                        rows.getObject("replaced_on", LocalDate.class)))
                .optional()
                .orElse(null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
