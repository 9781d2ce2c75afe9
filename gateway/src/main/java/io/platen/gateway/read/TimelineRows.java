package io.platen.gateway.read;

import io.platen.contracts.event.EventMetadata;
import io.platen.gateway.read.Shapes.Actor;
import io.platen.gateway.read.Shapes.TimelineEntry;
import io.platen.platform.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** VIEW-20: who did what when. */
@Repository
class TimelineRows {

    /** An actor is a user, an agent or the platform itself; the argument is the alias of the table with the actor. */
    static final String ACTOR_NAME = "coalesce(u.name, g.name, %1$s.actor)";

    static final String ACTORS =
            " left join view_user u on u.user_id = case when %1$s.actor ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'"
                    + " then %1$s.actor::uuid end"
                    + " left join view_agent g on g.agent_id = case when %1$s.actor ~"
                    + " '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' then %1$s.actor::uuid end";

    private static final String SELECT =
            "select t.event_id, t.type, t.occurred_at, t.actor, t.device_id, d.serial_number,"
                    + " t.data::text as data, " + ACTOR_NAME.formatted("t") + " as actor_name from view_timeline t"
                    + " left join view_device d on d.device_id = t.device_id" + ACTORS.formatted("t");
    private static final String NEWEST_FIRST = " order by t.occurred_at desc, t.sequence desc, t.event_id limit ?";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TimelineRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What happened to the device while it was on the account it is on now, or on none. */
    List<TimelineEntry> ofDevice(UUID device, boolean withReads, int limit) {
        return jdbc.sql(SELECT
                        + " where t.device_id = ? and (t.account_id is null or t.account_id = d.account_id)"
                        + (withReads ? "" : " and t.type not like 'MeterRead%'") + NEWEST_FIRST)
                .params(device, limit)
                .query((rows, n) -> entry(rows, true))
                .list();
    }

    List<TimelineEntry> ofAccount(UUID account, Caller caller, int limit) {
        var withReads = caller.has(io.platen.contracts.access.Function.METER_VIEW);
        return jdbc.sql(SELECT + " where (t.account_id = ? or (t.account_id is null and d.account_id = ?))"
                        + (withReads ? "" : " and t.type not like 'MeterRead%'") + NEWEST_FIRST)
                .params(account, account, limit)
                .query((rows, n) -> entry(rows, Reach.staffSeesAddresses(caller)))
                .list();
    }

    private TimelineEntry entry(ResultSet rows, boolean withAddresses) throws SQLException {
        var actor = rows.getString("actor");
        var data = json.readTree(rows.getString("data"));
        if (!withAddresses && data instanceof ObjectNode told) {
            told.remove("email");
        }
        return new TimelineEntry(
                rows.getString("event_id"),
                rows.getString("type"),
                rows.getTimestamp("occurred_at").toInstant(),
                actor.equals(EventMetadata.SYSTEM) ? null : new Actor(actor, rows.getString("actor_name")),
                rows.getObject("device_id", UUID.class),
                rows.getString("serial_number"),
                data);
    }
}
