package io.platen.gateway.read;

import io.platen.gateway.read.Shapes.AccountRef;
import io.platen.gateway.read.Shapes.Counters;
import io.platen.gateway.read.Shapes.Device;
import io.platen.gateway.read.Shapes.LastRead;
import io.platen.gateway.read.Shapes.Location;
import io.platen.gateway.read.Shapes.Supply;
import io.platen.platform.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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

/** Devices as the list, the device page and the dashboard show them. */
@Repository
class DeviceRows {

    static final String FROM = " from view_device d left join view_account a on a.account_id = d.account_id ";
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

    long count(Filter filter) {
        return filter.on(jdbc, "select count(*)" + FROM + filter.where())
                .query(Long.class)
                .single();
    }

    /** @param brief only what a person may see of a device that is not assigned to him (D-02) */
    List<Device> list(Filter filter, String orderAndLimit, Caller caller, java.util.function.Predicate<Row> brief) {
        var me = filter.with(caller.userId().value());
        var handedOver = Reach.isHandedOver(caller, Reach.DEVICES);
        var visited = filter.visitedBy(caller);
        var rows = filter.on(
                        jdbc,
                        "select d.*, a.name as account_name, a.customer_account_number, a.system_account_number, a.region,"
                                + " r.read_on, r.total, r.black_white, r.colour as colour_pages, r.source,"
                                + " exists (select 1 from view_assignment v where v.device_id = d.device_id and v.account_id = d.account_id and v.user_id = "
                                + me + ") as assigned, " + handedOver + " as handed_over, " + visited + " as visited"
                                + FROM + LAST_READ + filter.where() + orderAndLimit)
                .query(DeviceRows::row)
                .list();
        var supplies = supplies(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> device(row, supplies.getOrDefault(row.id(), List.of()), caller, brief.test(row)))
                .toList();
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

    private Device device(Row row, List<Supply> supplies, Caller caller, boolean brief) {
        var spoke = row.lastCommunication();
        return new Device(
                row.id(),
                row.serialNumber(),
                brief ? null : row.equipmentNumber(),
                row.model(),
                row.manufacturer(),
                row.account(),
                row.location(),
                row.assigned(),
                brief ? List.of() : row.counters(),
                brief || !seesReads(caller, row) ? null : row.lastRead(),
                brief ? null : spoke,
                brief ? List.of() : supplies,
                !brief && spoke != null && spoke.isAfter(reportingSince()));
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
            @Nullable Instant lastCommunication) {}

    private static Row row(ResultSet rows, int number) throws SQLException {
        var account = rows.getObject("account_id", UUID.class);
        var site = rows.getString("site");
        var readOn = rows.getObject("read_on", LocalDate.class);
        var spoke = rows.getTimestamp("last_communication");
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
                spoke == null ? null : spoke.toInstant());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
