package io.platen.gateway.read;

import io.platen.gateway.read.DeviceShapes.Colleague;
import io.platen.gateway.read.DeviceShapes.DeviceGroup;
import io.platen.gateway.read.DeviceShapes.DeviceRequest;
import io.platen.gateway.read.DeviceShapes.GroupDevice;
import io.platen.gateway.read.DeviceShapes.RequestState;
import io.platen.gateway.read.Shapes.Actor;
import io.platen.platform.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups, requests and people around devices. */
@Repository
class FleetRows {

    static final String[] SEARCHED_REQUESTS = {
        "q.number ilike ?",
        "q.serial_number ilike ?",
        "a.name ilike ?",
        "a.customer_account_number ilike ?",
        "a.system_account_number ilike ?"
    };

    /** How many devices of the account a user (g) looks after. */
    static final String ASSIGNED = "(select count(*) from view_assignment v join view_device d"
            + " on d.device_id = v.device_id and d.account_id = v.account_id"
            + " where v.user_id = g.user_id and v.account_id = g.account_id)";

    private static final String GROUPS =
            " from view_device_group g left join view_account a on a.account_id = g.account_id";
    private static final String REQUESTS =
            " from view_device_request q left join view_account a on a.account_id = q.account_id";
    private static final String PEOPLE = " from view_grant g join view_user u on u.user_id = g.user_id";

    private final JdbcClient jdbc;

    FleetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long countGroups(Filter filter) {
        return filter.on(jdbc, "select count(*)" + GROUPS + filter.where())
                .query(Long.class)
                .single();
    }

    List<DeviceGroup> groups(Filter filter, String orderAndLimit, Caller caller) {
        var groups = filter.on(
                        jdbc,
                        "select g.group_id, g.name, g.account_id, a.name as account_name" + GROUPS + filter.where()
                                + orderAndLimit)
                .query((rows, n) -> new DeviceGroup(
                        rows.getObject("group_id", UUID.class),
                        rows.getString("name"),
                        rows.getObject("account_id", UUID.class),
                        orEmpty(rows.getString("account_name")),
                        List.of()))
                .list();
        var members = members(groups.stream().map(DeviceGroup::id).toList(), caller);
        return groups.stream()
                .map(group -> new DeviceGroup(
                        group.id(),
                        group.name(),
                        group.accountId(),
                        group.accountName(),
                        members.getOrDefault(group.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<GroupDevice>> members(List<UUID> groups, Caller caller) {
        var found = new HashMap<UUID, List<GroupDevice>>();
        if (groups.isEmpty()) {
            return found;
        }
        var filter = Filter.devices(caller, Reach.DEVICES);
        filter.and("g.group_id in (" + filter.with(groups) + ")");
        filter.on(
                        jdbc,
                        "select g.group_id, d.device_id, d.serial_number, d.model" + DeviceRows.FROM
                                + "join view_device_group g on g.account_id = d.account_id"
                                + " and d.device_id = any (g.devices)" + filter.where()
                                + " order by d.serial_number, d.device_id")
                .query((rows, n) -> found.computeIfAbsent(
                                rows.getObject("group_id", UUID.class), id -> new ArrayList<>())
                        .add(new GroupDevice(
                                rows.getObject("device_id", UUID.class),
                                orEmpty(rows.getString("serial_number")),
                                orEmpty(rows.getString("model")))))
                .list();
        return found;
    }

    long countRequests(Filter filter) {
        return filter.on(jdbc, "select count(*)" + REQUESTS + filter.where())
                .query(Long.class)
                .single();
    }

    /** DEV-22: which account holds the machine is for people of the vendor. */
    List<DeviceRequest> requests(Filter filter, String orderAndLimit, Caller caller) {
        return filter.on(
                        jdbc,
                        "select q.*, a.name as account_name, d.model, h.name as holder, "
                                + MeterRows.name("q.requester_id::text") + " as requester_name, "
                                + MeterRows.name("q.decided_by") + " as decider_name" + REQUESTS
                                + " left join view_device d on d.device_id = q.device_id"
                                + " left join view_account h on h.account_id = d.account_id" + filter.where()
                                + orderAndLimit)
                .query((rows, n) -> request(rows, caller.isStaff()))
                .list();
    }

    private static DeviceRequest request(ResultSet rows, boolean withHolder) throws SQLException {
        return new DeviceRequest(
                rows.getString("number"),
                RequestState.valueOf(rows.getString("state")),
                rows.getObject("account_id", UUID.class),
                orEmpty(rows.getString("account_name")),
                rows.getObject("device_id", UUID.class),
                rows.getString("serial_number"),
                orEmpty(rows.getString("model")),
                new Actor(rows.getString("requester_id"), rows.getString("requester_name")),
                rows.getString("comment"),
                rows.getTimestamp("requested_at").toInstant(),
                MeterRows.actor(rows, "decided_by", "decider_name"),
                MeterRows.instant(rows, "decided_at"),
                rows.getString("reason"),
                withHolder ? rows.getString("holder") : null);
    }

    long countPeople(Filter filter) {
        return filter.on(jdbc, "select count(*)" + PEOPLE + filter.where())
                .query(Long.class)
                .single();
    }

    List<Colleague> people(Filter filter, String orderAndLimit) {
        return filter.on(
                        jdbc,
                        "select u.user_id, u.name, u.email, g.role, " + ASSIGNED + " as assigned_devices" + PEOPLE
                                + filter.where() + orderAndLimit)
                .query((rows, n) -> new Colleague(
                        rows.getObject("user_id", UUID.class),
                        orEmpty(rows.getString("name")),
                        rows.getString("email"),
                        rows.getString("role"),
                        rows.getLong("assigned_devices")))
                .list();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
