package io.platen.gateway.read;

import io.platen.contracts.access.Function;
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

    /** What is told of tickets and orders goes to those who see them: the joins are for their scopes. */
    private static final String SELECT =
            "select e.event_id, e.type, e.occurred_at, e.actor, e.device_id, d.serial_number, e.data::text as data, "
                    + ACTOR_NAME.formatted("e") + " as actor_name from view_timeline e"
                    + " left join view_device d on d.device_id = e.device_id"
                    + " left join view_account a on a.account_id = coalesce(e.account_id, d.account_id)"
                    + " left join view_ticket t on t.reference = e.ticket"
                    + " left join view_order o on o.order_id = e.order_id" + ACTORS.formatted("e");

    private static final String NEWEST_FIRST = " order by e.occurred_at desc, e.sequence desc, e.event_id limit ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TimelineRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What happened to the device while it was on the account it is on now, or on none. */
    List<TimelineEntry> ofDevice(UUID device, Caller caller, boolean withReads, int limit) {
        var filter = visible(caller, withReads);
        filter.and("e.device_id = " + filter.with(device)).and("e.account_id is null or e.account_id = d.account_id");
        return list(filter, true, limit);
    }

    List<TimelineEntry> ofAccount(UUID account, Caller caller, int limit) {
        var filter = visible(caller, caller.has(Function.METER_VIEW));
        var placeholder = filter.with(account);
        filter.and(
                "e.account_id = " + placeholder + " or (e.account_id is null and d.account_id = " + placeholder + ")");
        if (Reach.CONTRACTS.stream().noneMatch(caller::has)) {
            filter.and("e.type not like 'Contract%'");
        }
        if (Reach.INVOICES.stream().noneMatch(caller::has)) {
            filter.and("e.type not like '%Invoice%'");
        }
        return list(filter, Reach.staffSeesAddresses(caller), limit);
    }

    List<TimelineEntry> ofTicket(String reference, Caller caller, int limit) {
        var filter = visible(caller, true);
        filter.and("e.ticket = " + filter.with(reference));
        return list(filter, true, limit);
    }

    private static Filter visible(Caller caller, boolean withReads) {
        var filter = new Filter();
        filter.and("e.ticket is null or " + filter.ticketScope(caller))
                .and("e.order_id is null or " + filter.orderScope(caller));
        if (!caller.isStaff()) {
            filter.and("not e.internal");
        }
        return withReads ? filter : filter.and("e.type not like 'Meter%'");
    }

    private List<TimelineEntry> list(Filter filter, boolean withAddresses, int limit) {
        return filter.on(jdbc, SELECT + filter.where() + NEWEST_FIRST + limit)
                .query((rows, n) -> entry(rows, withAddresses))
                .list();
    }

    private TimelineEntry entry(ResultSet rows, boolean withAddresses) throws SQLException {
        var actor = rows.getString("actor");
        var data = json.readTree(rows.getString("data"));
        if (!withAddresses && data instanceof ObjectNode told) {
            told.remove(List.of("email", "contact"));
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
