package io.platen.gateway.read;

import io.platen.contracts.ticket.TicketKind;
import io.platen.contracts.ticket.TicketState;
import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Shapes.LastRead;
import io.platen.gateway.read.Shapes.Location;
import io.platen.gateway.read.TicketShapes.Comment;
import io.platen.gateway.read.TicketShapes.TicketRow;
import io.platen.platform.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tickets with what account, device and people are called now. */
@Repository
class TicketRows {

    /** D-46, as a condition over a ticket (t). */
    static final String OPEN = "t.state not in ('RESOLVED', 'CLOSED', 'CANCELLED')";

    static final String NEWEST_FIRST = "t.opened_at desc, t.reference";

    /** TIC-40, with the people. */
    static final String[] SEARCHED = {
        "t.reference ilike ?",
        "t.subject ilike ?",
        "t.topic ilike ?",
        "t.opened_at::date::text ilike ?",
        "d.serial_number ilike ?",
        "d.equipment_number ilike ?",
        "d.model ilike ?",
        "(d.account_id = t.account_id and concat_ws(' ', d.site, d.city, d.room) ilike ?)",
        "a.name ilike ?",
        "a.customer_account_number ilike ?",
        "a.system_account_number ilike ?",
        "r.name ilike ?",
        "s.name ilike ?",
        "e.name ilike ?"
    };

    private static final int READS = 3;
    private static final String FROM = """
             from view_ticket t
             left join view_account a on a.account_id = t.account_id
             left join view_device d on d.device_id = t.device_id
             left join view_user r on r.user_id = t.requester_id
             left join view_user s on s.user_id = t.specialist_id
             left join view_user e on e.user_id = t.engineer_id
            """;
    private static final String SELECT = """
            select t.*, a.name as account_name, a.system_account_number, d.serial_number, d.model,
                r.name as requester_name, s.name as specialist_name, e.name as engineer_name,
                case when d.account_id = t.account_id then d.site end as site, d.street, d.postal_code, d.city, d.country,
                d.room, d.time_zone
            """ + FROM;

    /** A ticket with what decides about its next steps. */
    record Known(
            TicketRow row,
            String description,
            UUID requester,
            @Nullable UUID specialist,
            @Nullable UUID engineer,
            boolean enRoute) {}

    private final JdbcClient jdbc;

    TicketRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(Filter filter) {
        return filter.on(jdbc, "select count(*)" + FROM + filter.where())
                .query(Long.class)
                .single();
    }

    List<TicketRow> list(Filter filter, String orderAndLimit, Caller caller) {
        return known(filter, orderAndLimit, caller).stream().map(Known::row).toList();
    }

    /** What is late inside the house, its own people see. */
    List<Known> known(Filter filter, String orderAndLimit, Caller caller) {
        return filter.on(jdbc, SELECT + filter.where() + orderAndLimit)
                .query((rows, number) -> known(rows, caller.isStaff()))
                .list();
    }

    /** By ticket, in the order in which they were written; what is internal for people of the vendor only. */
    Map<String, List<Comment>> comments(List<String> references, Caller caller) {
        var found = new HashMap<String, List<Comment>>();
        if (references.isEmpty()) {
            return found;
        }
        jdbc.sql("select c.*, u.name from view_ticket_comment c left join view_user u on u.user_id = c.author_id"
                        + " where c.ticket in (:tickets)"
                        + (caller.isStaff() ? "" : " and not c.internal")
                        + " order by c.ticket, c.sequence, c.comment_id")
                .param("tickets", references)
                .query((rows, n) -> found.computeIfAbsent(rows.getString("ticket"), ticket -> new ArrayList<>())
                        .add(new Comment(
                                rows.getObject("comment_id", UUID.class),
                                orEmpty(rows.getString("name")),
                                rows.getBoolean("by_staff"),
                                rows.getBoolean("internal"),
                                rows.getString("text"),
                                rows.getTimestamp("at").toInstant())))
                .list();
        return found;
    }

    /** The last reads of the devices that are still on the account of their ticket, newest first, by ticket. */
    Map<String, List<LastRead>> lastReads(List<String> references) {
        var found = new HashMap<String, List<LastRead>>();
        if (references.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        select t.reference, r.* from view_ticket t
                        join view_device d on d.device_id = t.device_id and d.account_id = t.account_id
                        join lateral (select * from view_read r where r.device_id = t.device_id and not r.superseded
                            order by r.read_on desc, r.sequence desc limit :most) r on true
                        where t.reference in (:tickets) order by t.reference, r.read_on desc, r.sequence desc
                        """)
                .param("most", READS)
                .param("tickets", references)
                .query((rows, n) -> found.computeIfAbsent(rows.getString("reference"), ticket -> new ArrayList<>())
                        .add(new LastRead(
                                rows.getObject("read_on", LocalDate.class),
                                new Counters(
                                        rows.getObject("total", Long.class),
                                        rows.getObject("black_white", Long.class),
                                        rows.getObject("colour", Long.class)),
                                rows.getString("source"))))
                .list();
        return found;
    }

    private static Known known(ResultSet rows, boolean staff) throws SQLException {
        var site = rows.getString("site");
        var row = new TicketRow(
                rows.getString("reference"),
                TicketKind.valueOf(rows.getString("kind")),
                rows.getString("subject"),
                rows.getString("topic"),
                TicketState.valueOf(rows.getString("state")),
                rows.getObject("priority", Integer.class),
                instant(rows, "answer_due"),
                staff ? instant(rows, "triage_overdue_since") : null,
                rows.getTimestamp("opened_at").toInstant(),
                rows.getObject("device_id", UUID.class),
                rows.getString("serial_number"),
                rows.getString("model"),
                rows.getBoolean("machine_down"),
                rows.getObject("account_id", UUID.class),
                orEmpty(rows.getString("account_name")),
                orEmpty(rows.getString("system_account_number")),
                rows.getString("region"),
                orEmpty(rows.getString("requester_name")),
                rows.getString("specialist_name"),
                rows.getString("engineer_name"),
                instant(rows, "visit_from"),
                instant(rows, "visit_until"),
                site == null
                        ? null
                        : new Location(
                                site,
                                rows.getString("street"),
                                rows.getString("postal_code"),
                                rows.getString("city"),
                                rows.getString("country"),
                                rows.getString("room"),
                                rows.getString("time_zone")),
                rows.getString("resolution"),
                instant(rows, "resolved_at"),
                instant(rows, "closed_at"),
                rows.getTimestamp("updated_at").toInstant());
        return new Known(
                row,
                rows.getString("description"),
                rows.getObject("requester_id", UUID.class),
                rows.getObject("specialist_id", UUID.class),
                rows.getObject("engineer_id", UUID.class),
                rows.getTimestamp("en_route_at") != null);
    }

    private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        var at = rows.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
