package io.platen.gateway.read;

import io.platen.contracts.device.DeviceState;
import io.platen.contracts.supply.AutoTonerContact;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.contracts.supply.ShippingLabel;
import io.platen.contracts.supply.SkipReason;
import io.platen.gateway.read.BillingShapes.AutoToner;
import io.platen.gateway.read.DeviceShapes.Coverage;
import io.platen.gateway.read.DeviceShapes.Due;
import io.platen.gateway.read.DeviceShapes.GroupRef;
import io.platen.gateway.read.DeviceShapes.Monitoring;
import io.platen.gateway.read.DeviceShapes.MonitoringStatus;
import io.platen.gateway.read.DeviceShapes.Note;
import io.platen.gateway.read.Shapes.AccountRef;
import io.platen.gateway.read.Shapes.Actor;
import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Shapes.Device;
import io.platen.gateway.read.Shapes.LastRead;
import io.platen.gateway.read.Shapes.Location;
import io.platen.gateway.read.Shapes.Supply;
import io.platen.platform.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Devices as the list, the device page and the dashboard show them. */
@Repository
class DeviceRows {

    static final String FROM = " from view_device d left join view_account a on a.account_id = d.account_id ";

    /** A note of another account than the one the device is on now belongs to nobody who sees it. */
    static final String NOTE = "(select n.text from view_note n where n.device_id = d.device_id and n.note = %d"
            + " and (n.account_id is null or n.account_id = d.account_id))";

    private static final String LAST_READ = """
             left join lateral (select r.read_on, r.total, r.black_white, r.colour, r.source from view_read r
                where r.device_id = d.device_id and not r.superseded
                order by r.read_on desc, r.sequence desc limit 1) r on true
            """;
    private static final Duration REPORTING = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    DeviceRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Instant reportingSince() {
        return clock.instant().minus(REPORTING);
    }

    /** The monitoring status of a device (d) by its name. */
    String monitoring(Filter filter) {
        return "case when d.last_communication is null then 'NOT_MONITORED'"
                + " when d.moved_at >= d.last_communication then 'RECONNECT'"
                + " when d.last_communication > " + filter.with(Timestamp.from(reportingSince()))
                + " then 'REPORTING' else 'SILENT' end";
    }

    long count(Filter filter) {
        return filter.on(jdbc, "select count(*)" + FROM + filter.where())
                .query(Long.class)
                .single();
    }

    /** @param brief only what a person may see of a device that is not assigned to him (D-02) */
    List<Device> list(Filter filter, String orderAndLimit, Caller caller, Predicate<Row> brief) {
        var rows = rows(filter, orderAndLimit, caller);
        var ids = rows.stream().map(Row::id).toList();
        var supplies = supplies(ids);
        var notes = notes(ids);
        var groups = groups(ids);
        return rows.stream()
                .map(row -> brief.test(row)
                        ? brief(row, caller)
                        : whole(
                                row,
                                supplies.getOrDefault(row.id(), List.of()),
                                notes.getOrDefault(row.id(), List.of()),
                                groups.getOrDefault(row.id(), List.of()),
                                caller))
                .toList();
    }

    /** Which rows they are is decided before anything is looked up for them. */
    private List<Row> rows(Filter filter, String orderAndLimit, Caller caller) {
        var me = filter.with(caller.userId().value());
        var handedOver = Reach.isHandedOver(caller, Reach.DEVICES);
        var visited = filter.visitedBy(caller);
        return filter.on(
                        jdbc,
                        "select d.*, a.name as account_name, a.customer_account_number, a.system_account_number, a.region,"
                                + " r.read_on, r.total, r.black_white, r.colour as colour_pages, r.source,"
                                + " coalesce(t.state <> 'NOT_ELIGIBLE', d.eligible) as able, t.state as toner_state,"
                                + " t.last_skip_reason, t.enrolled_since, t.attention, t.label_name,"
                                + " t.street as label_street, t.postal_code as label_postal_code, t.city as label_city,"
                                + " t.country as label_country, t.label_account = d.account_id as label_of_account,"
                                + " t.contact_first_name, t.contact_last_name, t.contact_phone, t.contact_email,"
                                + " (select max(c.read_on) from view_read c where c.device_id = d.device_id"
                                + " and c.source = 'CUSTOMER' and c.corrects is null) as customer_read_on,"
                                + " exists (select 1 from view_assignment v where v.device_id = d.device_id and v.account_id = d.account_id and v.user_id = "
                                + me + ") as assigned, " + handedOver + " as handed_over, " + visited + " as visited"
                                + " from (select p.device_id, row_number() over () as place from (select d.device_id"
                                + FROM + filter.where() + orderAndLimit + ") p) p"
                                + " join view_device d on d.device_id = p.device_id"
                                + " left join view_account a on a.account_id = d.account_id"
                                + " left join view_auto_toner t on t.device_id = d.device_id and t.state is not null"
                                + LAST_READ + " order by p.place")
                .query(DeviceRows::row)
                .list();
    }

    private Map<UUID, List<Supply>> supplies(List<UUID> devices) {
        var found = new HashMap<UUID, List<Supply>>();
        if (devices.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        select s.*, exists (select 1 from view_low_toner l where l.device_id = s.device_id
                            and l.colour = s.colour and s.kind in ('TONER', 'INK')) as low
                        from view_supply s where s.device_id in (:devices) order by s.device_id, s.index
                        """)
                .param("devices", devices)
                .query((rows, n) -> found.computeIfAbsent(
                                rows.getObject("device_id", UUID.class), id -> new ArrayList<>())
                        .add(new Supply(
                                rows.getInt("index"),
                                rows.getString("kind"),
                                rows.getString("colour"),
                                rows.getString("description"),
                                rows.getString("state"),
                                rows.getObject("percent", Integer.class),
                                rows.getBoolean("low"),
                                rows.getTimestamp("observed_at").toInstant())))
                .list();
        return found;
    }

    /** By device; those that are empty are none. */
    Map<UUID, List<Note>> notes(List<UUID> devices) {
        var found = new HashMap<UUID, List<Note>>();
        if (devices.isEmpty()) {
            return found;
        }
        jdbc.sql("select n.*, " + TimelineRows.ACTOR_NAME.formatted("n") + " as actor_name from view_note n"
                        + " join view_device d on d.device_id = n.device_id"
                        + TimelineRows.ACTORS.formatted("n")
                        + " where n.device_id in (:devices) and n.text <> ''"
                        + " and (n.account_id is null or n.account_id = d.account_id) order by n.device_id, n.note")
                .param("devices", devices)
                .query((rows, n) -> found.computeIfAbsent(
                                rows.getObject("device_id", UUID.class), id -> new ArrayList<>())
                        .add(new Note(
                                rows.getInt("note"),
                                rows.getString("text"),
                                new Actor(rows.getString("actor"), rows.getString("actor_name")),
                                rows.getTimestamp("at").toInstant())))
                .list();
        return found;
    }

    /** By device; a device is in the groups of the account it is on. */
    private Map<UUID, List<GroupRef>> groups(List<UUID> devices) {
        var found = new HashMap<UUID, List<GroupRef>>();
        if (devices.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        select d.device_id, g.group_id, g.name from view_device d
                        join view_device_group g on g.account_id = d.account_id and g.devices @> array[d.device_id]
                        where d.device_id in (:devices) order by d.device_id, lower(g.name), g.group_id
                        """)
                .param("devices", devices)
                .query((rows, n) -> found.computeIfAbsent(
                                rows.getObject("device_id", UUID.class), id -> new ArrayList<>())
                        .add(new GroupRef(rows.getObject("group_id", UUID.class), rows.getString("name"))))
                .list();
        return found;
    }

    private static Device brief(Row row, Caller caller) {
        return new Device(
                row.id(),
                row.serialNumber(),
                null,
                row.model(),
                row.manufacturer(),
                row.account(),
                row.location(),
                row.assigned(),
                List.of(),
                null,
                null,
                List.of(),
                false,
                true,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                DeviceActions.whenBrowsed(caller, row));
    }

    private Device whole(Row row, List<Supply> supplies, List<Note> notes, List<GroupRef> groups, Caller caller) {
        var seesReads = seesReads(caller, row);
        var status = status(row);
        return new Device(
                row.id(),
                row.serialNumber(),
                row.equipmentNumber(),
                row.model(),
                row.manufacturer(),
                row.account(),
                row.location(),
                row.assigned(),
                row.counters(),
                seesReads ? row.lastRead() : null,
                row.lastCommunication(),
                isSilent(row) ? supplies.stream().map(Supply::afterSilence).toList() : supplies,
                status == MonitoringStatus.REPORTING,
                false,
                notes,
                row.state(),
                row.stateSince(),
                new Monitoring(status, row.eligible(), row.lastCommunication()),
                row.coverage(),
                row.autoToner(),
                seesReads ? row.due() : null,
                seesReads ? row.nextDueOn() : null,
                groups,
                DeviceActions.of(caller, row, clock.instant()));
    }

    /** Whatever was measured is as old as this at least; a machine that tells nothing new is heard all the same. */
    private boolean isSilent(Row row) {
        var spoke = row.lastCommunication();
        return spoke == null || !spoke.isAfter(reportingSince());
    }

    private MonitoringStatus status(Row row) {
        var spoke = row.lastCommunication();
        if (spoke == null) {
            return MonitoringStatus.NOT_MONITORED;
        }
        var moved = row.movedAt();
        if (moved != null && !moved.isBefore(spoke)) {
            return MonitoringStatus.RECONNECT;
        }
        return isSilent(row) ? MonitoringStatus.SILENT : MonitoringStatus.REPORTING;
    }

    private static boolean seesReads(Caller caller, Row row) {
        var account = row.account();
        return (row.visited() && Reach.isHandedOver(caller, Reach.METER_HISTORY))
                || Reach.staffSees(caller, Reach.METER_HISTORY, row.region())
                || (account != null
                        && (Reach.seesAccount(caller, Reach.METER_HISTORY, account.id())
                                || Reach.seesAssigned(caller, Reach.METER_HISTORY, account.id())));
    }

    /**
     * A device with its last read, before anybody's rights are asked.
     *
     * @param handedOver whether the reader sees what is handed over to him, and nothing else
     * @param visited whether he was sent to it
     * @param customerReadOn the last day that a customer read it
     */
    record Row(
            UUID id,
            String serialNumber,
            @Nullable String equipmentNumber,
            String model,
            String manufacturer,
            @Nullable AccountRef account,
            @Nullable String region,
            @Nullable Location location,
            boolean assigned,
            boolean handedOver,
            boolean visited,
            List<String> counters,
            @Nullable LastRead lastRead,
            @Nullable Instant lastCommunication,
            DeviceState state,
            @Nullable Instant stateSince,
            boolean eligible,
            @Nullable Instant movedAt,
            @Nullable Coverage coverage,
            @Nullable AutoToner autoToner,
            @Nullable Due due,
            @Nullable LocalDate nextDueOn,
            @Nullable LocalDate customerReadOn) {}

    private static Row row(ResultSet rows, int number) throws SQLException {
        var account = rows.getObject("account_id", UUID.class);
        var readOn = rows.getObject("read_on", LocalDate.class);
        return new Row(
                rows.getObject("device_id", UUID.class),
                orEmpty(rows.getString("serial_number")),
                rows.getString("equipment_number"),
                orEmpty(rows.getString("model")),
                orEmpty(rows.getString("manufacturer")),
                account == null
                        ? null
                        : new AccountRef(
                                account,
                                orEmpty(rows.getString("account_name")),
                                orEmpty(rows.getString("customer_account_number")),
                                orEmpty(rows.getString("system_account_number"))),
                rows.getString("region"),
                location(rows),
                rows.getBoolean("assigned"),
                rows.getBoolean("handed_over"),
                rows.getBoolean("visited"),
                List.of((String[]) rows.getArray("counters").getArray()),
                readOn == null
                        ? null
                        : new LastRead(
                                readOn,
                                new Counters(
                                        rows.getObject("total", Long.class),
                                        rows.getObject("black_white", Long.class),
                                        rows.getObject("colour_pages", Long.class)),
                                rows.getString("source")),
                instant(rows, "last_communication"),
                DeviceState.valueOf(rows.getString("state")),
                instant(rows, "state_since"),
                rows.getBoolean("able"),
                instant(rows, "moved_at"),
                coverage(rows),
                autoToner(rows),
                due(rows),
                rows.getObject("next_due_on", LocalDate.class),
                rows.getObject("customer_read_on", LocalDate.class));
    }

    static @Nullable Location location(ResultSet rows) throws SQLException {
        var site = rows.getString("site");
        return site == null
                ? null
                : new Location(
                        site,
                        rows.getString("street"),
                        rows.getString("postal_code"),
                        rows.getString("city"),
                        rows.getString("country"),
                        rows.getString("room"),
                        rows.getString("time_zone"));
    }

    private static @Nullable Coverage coverage(ResultSet rows) throws SQLException {
        var contract = rows.getString("coverage_contract");
        return contract == null
                ? null
                : new Coverage(
                        contract,
                        rows.getObject("coverage_until", LocalDate.class),
                        rows.getBoolean("coverage_maintenance"),
                        rows.getBoolean("coverage_supplies"));
    }

    /** Nothing where the device was never looked at for replenishment. */
    private static @Nullable AutoToner autoToner(ResultSet rows) throws SQLException {
        var state = rows.getString("toner_state");
        var skip = rows.getString("last_skip_reason");
        return state == null
                ? null
                : new AutoToner(
                        AutoTonerState.valueOf(state),
                        skip == null ? null : SkipReason.valueOf(skip),
                        rows.getBoolean("label_of_account") ? instant(rows, "enrolled_since") : null,
                        label(rows),
                        contact(rows));
    }

    private static @Nullable AutoTonerContact contact(ResultSet rows) throws SQLException {
        var lastName = rows.getString("contact_last_name");
        return lastName == null || !rows.getBoolean("label_of_account")
                ? null
                : new AutoTonerContact(
                        rows.getString("contact_first_name"),
                        lastName,
                        rows.getString("contact_phone"),
                        rows.getString("contact_email"));
    }

    private static @Nullable ShippingLabel label(ResultSet rows) throws SQLException {
        return rows.getBoolean("label_of_account")
                ? new ShippingLabel(
                        rows.getString("attention"),
                        rows.getString("label_name"),
                        rows.getString("label_street"),
                        rows.getString("label_postal_code"),
                        rows.getString("label_city"),
                        rows.getString("label_country"),
                        orEmpty(rows.getString("serial_number")))
                : null;
    }

    private static @Nullable Due due(ResultSet rows) throws SQLException {
        var dueOn = rows.getObject("due_on", LocalDate.class);
        return dueOn == null
                ? null
                : new Due(
                        dueOn,
                        rows.getObject("opens_on", LocalDate.class),
                        rows.getObject("closes_on", LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        var at = rows.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
