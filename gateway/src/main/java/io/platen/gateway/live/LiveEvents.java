package io.platen.gateway.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table that all gateway instances read in the same order. */
@Repository
class LiveEvents {

    private static final String SELECT = """
            select e.transaction_id::text as transaction, e.position, e.type, e.kind, e.object_id, e.account_id,
                e.device_id, e.user_id, coalesce(a.region, e.region) as region, e.people, e.internal, e.incident, e.actor, coalesce(u.name, g.name) as actor_name, e.occurred_at,
                e.data::text as data, e.transaction_id < pg_snapshot_xmin(pg_current_snapshot()) as settled
            from live_event e
            left join view_account a on a.account_id = e.account_id
            left join view_user u on u.user_id = case when e.actor ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
                then e.actor::uuid end
            left join view_agent g on g.agent_id = case when e.actor ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
                then e.actor::uuid end
            where (e.transaction_id, e.position) > (?::text::xid8, ?)
            order by e.transaction_id, e.position
            limit ?
            """;

    /** @param pending whether committed events wait for an older transaction to end */
    record Batch(List<LiveEvent> events, boolean pending) {}

    private record Row(LiveEvent event, boolean settled) {}

    private final JdbcClient jdbc;

    LiveEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing can appear any more in front of what this returns. */
    Batch after(Position position, int limit) {
        var rows = jdbc.sql(SELECT)
                .params(Long.toString(position.transaction()), position.position(), limit)
                .query(LiveEvents::row)
                .list();
        var settled = new ArrayList<LiveEvent>(rows.size());
        for (var row : rows) {
            if (!row.settled()) {
                return new Batch(settled, true);
            }
            settled.add(row.event());
        }
        return new Batch(settled, false);
    }

    /** The newest event that nothing can appear in front of. */
    Position newest() {
        return jdbc.sql("""
                        select transaction_id::text as transaction, position from live_event
                        where transaction_id < pg_snapshot_xmin(pg_current_snapshot())
                        order by transaction_id desc, position desc limit 1
                        """)
                .query((rows, n) ->
                        new Position(Long.parseLong(rows.getString("transaction")), rows.getLong("position")))
                .optional()
                .orElse(Position.START);
    }

    /** Where memory of the past begins. */
    Position oldest() {
        return jdbc.sql("""
                        select transaction_id::text as transaction, position from live_event
                        order by transaction_id, position limit 1
                        """)
                .query((rows, n) ->
                        new Position(Long.parseLong(rows.getString("transaction")), rows.getLong("position")))
                .optional()
                .orElse(Position.START);
    }

    Set<UUID> devicesAssignedTo(UUID user) {
        return Set.copyOf(jdbc.sql("select device_id from view_assignment where user_id = ?")
                .param(user)
                .query(UUID.class)
                .list());
    }

    /** The devices of the visits that are this engineer's, by the reference of the ticket. */
    Map<String, UUID> visitsOf(UUID engineer) {
        var visits = new HashMap<String, UUID>();
        jdbc.sql("""
                        select reference, device_id from view_ticket
                        where engineer_id = ? and device_id is not null and state in ('DISPATCHED', 'IN_PROGRESS')
                        """).param(engineer).query((RowCallbackHandler)
                rows -> visits.put(rows.getString("reference"), rows.getObject("device_id", UUID.class)));
        return visits;
    }

    /** Those of accounts. */
    Set<String> regions() {
        return Set.copyOf(jdbc.sql("select distinct region from view_account")
                .query(String.class)
                .list());
    }

    /** In small steps, so that no reader waits for it. The newest one stays, so that the position never goes back. */
    int forget(java.time.Instant before, int atMost) {
        return jdbc.sql("""
                        delete from live_event where event_id in (
                            select event_id from live_event where recorded_at < ?
                            and (transaction_id, position) <> (
                                select transaction_id, position from live_event
                                order by transaction_id desc, position desc limit 1)
                            limit ?)
                        """).params(java.sql.Timestamp.from(before), atMost).update();
    }

    private static Row row(ResultSet rows, int number) throws SQLException {
        var event = new LiveEvent(
                new Position(Long.parseLong(rows.getString("transaction")), rows.getLong("position")),
                rows.getString("type"),
                rows.getString("kind"),
                rows.getString("object_id"),
                id(rows, "account_id"),
                id(rows, "device_id"),
                id(rows, "user_id"),
                rows.getString("region"),
                Set.copyOf(List.of((UUID[]) rows.getArray("people").getArray())),
                rows.getBoolean("internal"),
                rows.getBoolean("incident"),
                rows.getString("actor"),
                rows.getString("actor_name"),
                rows.getTimestamp("occurred_at").toInstant(),
                rows.getString("data"));
        return new Row(event, rows.getBoolean("settled"));
    }

    private static @Nullable UUID id(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }
}
