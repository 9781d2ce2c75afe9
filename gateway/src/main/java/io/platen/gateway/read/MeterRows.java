package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.gateway.read.MeterShapes.Correction;
import io.platen.gateway.read.MeterShapes.CorrectionState;
import io.platen.gateway.read.MeterShapes.DueRead;
import io.platen.gateway.read.MeterShapes.Investigation;
import io.platen.gateway.read.MeterShapes.InvestigationState;
import io.platen.gateway.read.Shapes.Actor;
import io.platen.gateway.read.Shapes.LastRead;
import io.platen.gateway.read.Shapes.Location;
import io.platen.platform.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scheduled reads, corrections and investigations. */
@Repository
class MeterRows {

    static final String MOST_URGENT_FIRST = "d.due_on, d.serial_number, d.device_id";
    static final Map<String, String> SORTABLE_DUE = Map.ofEntries(
            Map.entry("dueOn", "d.due_on"),
            Map.entry("closesOn", "d.closes_on"),
            Map.entry("serialNumber", "d.serial_number"),
            Map.entry("equipmentNumber", "d.equipment_number"),
            Map.entry("model", "d.model"),
            Map.entry("accountName", "a.name"),
            Map.entry("site", "d.site"),
            Map.entry(
                    "lastRead",
                    "(select max(x.read_on) from view_read x where x.device_id = d.device_id and not x.superseded)"));
    static final String[] SEARCHED_DUE = {
        "d.serial_number ilike ?",
        "d.equipment_number ilike ?",
        "d.model ilike ?",
        "d.site ilike ?",
        "d.city ilike ?",
        "d.room ilike ?",
        "a.name ilike ?",
        "exists (select 1 from view_note n where n.device_id = d.device_id and n.text ilike ?"
                + " and (n.account_id is null or n.account_id = d.account_id))"
    };
    static final String[] SEARCHED_CORRECTIONS = {
        "c.number ilike ?",
        "c.invoice_number ilike ?",
        "c.comment ilike ?",
        "d.serial_number ilike ?",
        "d.model ilike ?",
        "a.name ilike ?",
        "a.customer_account_number ilike ?",
        "a.system_account_number ilike ?"
    };
    static final String[] SEARCHED_INVESTIGATIONS = {
        "i.number ilike ?",
        "i.comment ilike ?",
        "d.serial_number ilike ?",
        "d.model ilike ?",
        "a.name ilike ?",
        "a.customer_account_number ilike ?",
        "a.system_account_number ilike ?"
    };

    private static final Set<Function> SUBMIT = Set.of(Function.METER_SUBMIT);
    private static final String CORRECTIONS = " from view_correction c"
            + " left join view_account a on a.account_id = c.account_id"
            + " left join view_device d on d.device_id = c.device_id";
    private static final String INVESTIGATIONS = " from view_investigation i"
            + " left join view_device d on d.device_id = i.device_id"
            + " left join view_account a on a.account_id = i.account_id";
    private static final String LAST_READ = """
             left join lateral (select r.read_on, r.total, r.black_white, r.colour, r.source from view_read r
                where r.device_id = d.device_id and not r.superseded
                order by r.read_on desc, r.sequence desc limit 1) r on true
            """;

    private final DeviceRows devices;
    private final UsageRows usage;
    private final JdbcClient jdbc;
    private final Clock clock;

    MeterRows(DeviceRows devices, UsageRows usage, JdbcClient jdbc, Clock clock) {
        this.devices = devices;
        this.usage = usage;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The devices (d, with their account a) whose scheduled read the caller is waited for with. */
    static Filter due(Caller caller, @Nullable UUID accountId) {
        var filter = Filter.devices(caller, SUBMIT);
        filter.and(filter.assignedTo(caller.userId().value())).and("d.due_on is not null");
        return accountId == null ? filter : filter.and("d.account_id = " + filter.with(accountId));
    }

    long countDue(Filter filter) {
        return filter.on(jdbc, "select count(*)" + DeviceRows.FROM + filter.where())
                .query(Long.class)
                .single();
    }

    private record Open(DueRead read, @Nullable Integer ratedMonthlyPages) {}

    List<DueRead> due(Filter filter, String orderAndLimit) {
        var open = filter.on(
                        jdbc,
                        "select d.*, a.name as account_name, r.read_on, r.total, r.black_white, r.colour, r.source"
                                + DeviceRows.FROM + LAST_READ + filter.where() + orderAndLimit)
                .query(MeterRows::open)
                .list();
        var ids = open.stream().map(one -> one.read().deviceId()).toList();
        var notes = devices.notes(ids);
        var days = usage.expectedFrom(ids);
        var offsets = usage.offsets(ids);
        var resets = usage.lastResets(ids);
        return open.stream()
                .map(one -> {
                    var read = one.read();
                    var expected = new ExpectedReads(
                            days.getOrDefault(read.deviceId(), List.of()),
                            one.ratedMonthlyPages(),
                            today(read.location()),
                            offsets.get(read.deviceId()));
                    return new DueRead(
                            read.deviceId(),
                            read.serialNumber(),
                            read.equipmentNumber(),
                            read.model(),
                            read.accountId(),
                            read.accountName(),
                            read.location(),
                            notes.getOrDefault(read.deviceId(), List.of()),
                            read.dueOn(),
                            read.opensOn(),
                            read.closesOn(),
                            read.counters(),
                            read.lastRead(),
                            expected.previous(read.lastRead(), resets.get(read.deviceId())),
                            expected.counters());
                })
                .toList();
    }

    private LocalDate today(@Nullable Location location) {
        return LocalDate.ofInstant(clock.instant(), location == null ? ZoneOffset.UTC : ZoneId.of(location.timeZone()));
    }

    long countCorrections(Filter filter) {
        return filter.on(jdbc, "select count(*)" + CORRECTIONS + filter.where())
                .query(Long.class)
                .single();
    }

    List<Correction> corrections(Filter filter, String orderAndLimit) {
        return filter.on(
                        jdbc,
                        "select c.*, d.serial_number, d.model, a.name as account_name, o.total as old_total,"
                                + " o.black_white as old_black_white, o.colour as old_colour, o.read_id as old_read_id, "
                                + name("c.requested_by") + " as requester_name, " + name("c.decided_by")
                                + " as decider_name" + CORRECTIONS
                                + " left join view_read o on o.read_id = c.read_id" + filter.where() + orderAndLimit)
                .query(MeterRows::correction)
                .list();
    }

    long countInvestigations(Filter filter) {
        return filter.on(jdbc, "select count(*)" + INVESTIGATIONS + filter.where())
                .query(Long.class)
                .single();
    }

    List<Investigation> investigations(Filter filter, String orderAndLimit) {
        return filter.on(
                        jdbc,
                        "select i.*, d.serial_number, d.model, a.name as account_name, a.system_account_number,"
                                + " r.read_on as last_read_on, r.total as last_total, r.black_white as last_black_white,"
                                + " r.colour as last_colour, r.source as last_source, "
                                + name("i.opened_by") + " as opener_name, " + name("i.closed_by") + " as closer_name"
                                + INVESTIGATIONS + LAST_READ + filter.where() + orderAndLimit)
                .query(MeterRows::investigation)
                .list();
    }

    /** Of a person; others are known by their id. */
    static String name(String column) {
        return "coalesce((select n.name from view_user n where n.user_id::text = " + column + "), " + column + ")";
    }

    static @Nullable Actor actor(ResultSet rows, String id, String name) throws SQLException {
        var actor = rows.getString(id);
        return actor == null || actor.equals(EventMetadata.SYSTEM) ? null : new Actor(actor, rows.getString(name));
    }

    private static Open open(ResultSet rows, int number) throws SQLException {
        var read = new DueRead(
                rows.getObject("device_id", UUID.class),
                orEmpty(rows.getString("serial_number")),
                rows.getString("equipment_number"),
                orEmpty(rows.getString("model")),
                rows.getObject("account_id", UUID.class),
                orEmpty(rows.getString("account_name")),
                DeviceRows.location(rows),
                List.of(),
                rows.getObject("due_on", LocalDate.class),
                rows.getObject("opens_on", LocalDate.class),
                rows.getObject("closes_on", LocalDate.class),
                List.of((String[]) rows.getArray("counters").getArray()),
                lastRead(rows, ""),
                null,
                null);
        return new Open(read, rows.getObject("rated_monthly_pages", Integer.class));
    }

    private static @Nullable LastRead lastRead(ResultSet rows, String prefix) throws SQLException {
        var day = rows.getObject(prefix + "read_on", LocalDate.class);
        return day == null
                ? null
                : new LastRead(day, ReadRows.counters(rows, prefix), rows.getString(prefix + "source"));
    }

    private static Correction correction(ResultSet rows, int number) throws SQLException {
        var requester = rows.getString("requested_by");
        return new Correction(
                rows.getObject("correction_id", UUID.class),
                rows.getString("number"),
                CorrectionState.valueOf(rows.getString("state")),
                rows.getObject("device_id", UUID.class),
                orEmpty(rows.getString("serial_number")),
                orEmpty(rows.getString("model")),
                rows.getObject("account_id", UUID.class),
                orEmpty(rows.getString("account_name")),
                rows.getObject("invoice_id", UUID.class),
                rows.getString("invoice_number"),
                rows.getObject("read_id", UUID.class),
                rows.getObject("read_on", LocalDate.class),
                ReadRows.counters(rows, ""),
                rows.getObject("old_read_id") == null ? null : ReadRows.counters(rows, "old_"),
                rows.getString("comment"),
                new Actor(requester, rows.getString("requester_name")),
                rows.getTimestamp("requested_at").toInstant(),
                actor(rows, "decided_by", "decider_name"),
                instant(rows, "decided_at"),
                rows.getString("reason"));
    }

    private static Investigation investigation(ResultSet rows, int number) throws SQLException {
        return new Investigation(
                rows.getObject("investigation_id", UUID.class),
                rows.getString("number"),
                InvestigationState.valueOf(rows.getString("state")),
                InvestigationCause.valueOf(rows.getString("cause")),
                rows.getObject("device_id", UUID.class),
                orEmpty(rows.getString("serial_number")),
                orEmpty(rows.getString("model")),
                rows.getObject("account_id", UUID.class),
                orEmpty(rows.getString("account_name")),
                rows.getString("system_account_number"),
                ReadRows.counters(rows, ""),
                rows.getObject("read_on", LocalDate.class),
                rows.getString("comment"),
                lastRead(rows, "last_"),
                actor(rows, "opened_by", "opener_name"),
                rows.getTimestamp("opened_at").toInstant(),
                actor(rows, "closed_by", "closer_name"),
                instant(rows, "closed_at"),
                rows.getString("explanation"),
                rows.getObject("read_id", UUID.class));
    }

    static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        var at = rows.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
