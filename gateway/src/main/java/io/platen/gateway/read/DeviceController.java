package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.contracts.device.DeviceState;
import io.platen.gateway.read.BillingShapes.Order;
import io.platen.gateway.read.DeviceShapes.MonitoringStatus;
import io.platen.gateway.read.MeterShapes.LastUsage;
import io.platen.gateway.read.MeterShapes.ReadFreshness;
import io.platen.gateway.read.Shapes.Device;
import io.platen.gateway.read.Shapes.DeviceDetail;
import io.platen.gateway.read.Shapes.DevicePage;
import io.platen.gateway.read.Shapes.ReadPage;
import io.platen.gateway.read.Shapes.Timeline;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Devices with their supplies, reads and history. What is out of the caller's reach does not exist for him. */
@RestController
class DeviceController {

    private static final Map<String, String> SORTABLE_READS =
            Map.of("readOn", "r.read_on", "recordedAt", "r.recorded_at", "source", "r.source");
    private static final String NEWEST_READ_FIRST = "r.read_on desc, r.sequence desc";
    private static final Set<Function> CORRECT = Set.of(Function.METER_CORRECT);
    private static final Set<Function> FRESHNESS =
            Set.of(Function.METER_SUBMIT, Function.METER_VIEW, Function.SUPPLY_ORDER);
    /** D-14. */
    private static final int FRESH_DAYS = 11;

    private static final int HISTORY = 50;
    private static final int MOST_DAYS = 3_660;

    private final DeviceRows devices;
    private final ReadRows reads;
    private final TimelineRows timelines;
    private final UsageRows usage;
    private final OrderRows orders;
    private final BillingRows billing;
    private final DeviceHistory history;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeviceController(
            DeviceRows devices,
            ReadRows reads,
            TimelineRows timelines,
            UsageRows usage,
            OrderRows orders,
            BillingRows billing,
            DeviceHistory history,
            JdbcClient jdbc,
            Clock clock) {
        this.devices = devices;
        this.reads = reads;
        this.timelines = timelines;
        this.usage = usage;
        this.orders = orders;
        this.billing = billing;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @GetMapping("/api/devices")
    @RequiresFunction({Function.DEVICE_VIEW, Function.DEVICE_BROWSE_ACCOUNT})
    DevicePage list(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String serialNumber,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String location,
            @RequestParam(required = false) @Nullable UUID accountId,
            @Parameter(description = "Customer account number of one of the caller's accounts")
                    @RequestParam(required = false)
                    @Nullable
                    String relatedParty,
            @Parameter(schema = @Schema(allowableValues = {"ACTIVE", "NONE"})) @RequestParam(required = false) @Nullable
                    String contract,
            @RequestParam(required = false) @Nullable UUID group,
            @RequestParam(required = false) @Nullable DeviceState state,
            @RequestParam(required = false) @Nullable MonitoringStatus monitoring,
            @RequestParam(required = false) @Nullable Boolean due,
            @RequestParam(required = false) @Nullable Boolean lowToner,
            @RequestParam(required = false) @Nullable Boolean assigned,
            HttpServletResponse response) {
        var wanted = DeviceFilter.of(
                devices,
                caller,
                Reach.DEVICES,
                new DeviceFilter.Criteria(
                        q,
                        serialNumber,
                        model,
                        location,
                        accountId,
                        relatedParty,
                        contract,
                        group,
                        state,
                        monitoring,
                        due,
                        lowToner,
                        assigned));
        var part = Page.of(page, size, sort, wanted.sortable(), DeviceFilter.STANDARD);
        var filter = wanted.filter();
        var mark = Mark.of(response);
        var total = devices.count(filter);
        var items = devices.list(filter, part.sql(), caller, row -> !seesWhole(caller, row));
        return new DevicePage(items, part.number(), part.size(), total, mark.asOf(), mark.position());
    }

    private static boolean seesWhole(Caller caller, DeviceRows.Row row) {
        var account = row.account();
        return row.handedOver()
                || Reach.staffSees(caller, Reach.DEVICES, row.region())
                || (account != null
                        && (Reach.seesAccount(caller, Reach.DEVICES, account.id())
                                || (row.assigned() && Reach.seesAssigned(caller, Reach.DEVICES, account.id()))));
    }

    @GetMapping("/api/devices/{id}")
    @RequiresFunction(Function.DEVICE_VIEW)
    DeviceDetail one(Caller caller, @PathVariable UUID id) {
        var device = find(caller, id, Reach.DEVICES);
        var seesReads = reaches(caller, id, Reach.METER_HISTORY);
        var today = LocalDate.ofInstant(clock.instant(), zone(device));
        var expected = seesReads ? expected(id, today) : null;
        return new DeviceDetail(
                device,
                expected == null ? null : expected.counters(),
                expected == null
                        ? null
                        : expected.previous(
                                device.lastRead(), usage.lastResets(List.of(id)).get(id)),
                seesReads ? reads.list(ReadRows.of(id), new Page(0, 10, NEWEST_READ_FIRST)) : List.of(),
                billing.covering(id, today),
                history.notes(id, HISTORY),
                history.replacedBy(id, caller),
                history.replaces(id, caller),
                supplies(caller, id),
                alerts(id));
    }

    /** What the machine complained of when it was last asked, in its own words. */
    private List<String> alerts(UUID id) {
        return jdbc.sql("select unnest(alerts) as alert from view_alert where device_id = ?")
                .param(id)
                .query((row, number) -> row.getString("alert"))
                .list();
    }

    private ExpectedReads expected(UUID id, LocalDate today) {
        return new ExpectedReads(
                usage.expectedFrom(id),
                ratedMonthlyPages(id),
                today,
                usage.offsets(List.of(id)).get(id));
    }

    /** DEV-26: what was sent for this device, as far as the reader sees orders. */
    private List<Order> supplies(Caller caller, UUID id) {
        var filter = Filter.orders(caller);
        filter.and("o.device_id = " + filter.with(id));
        return orders.list(filter, new Page(0, HISTORY, OrderRows.NEWEST_FIRST).sql());
    }

    @GetMapping("/api/devices/{id}/reads")
    @RequiresFunction({Function.METER_SUBMIT, Function.METER_VIEW})
    ReadPage reads(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE_READS, NEWEST_READ_FIRST);
        var filter = ReadRows.of(id);
        if (q != null) {
            filter.words(q, ReadRows.SEARCHED);
        }
        find(caller, id, Reach.METER_HISTORY);
        var mark = Mark.of(response);
        return new ReadPage(
                reads.list(filter, part),
                part.number(),
                part.size(),
                reads.count(filter),
                reads.resets(id),
                mark.asOf(),
                mark.position());
    }

    @GetMapping("/api/devices/{id}/usage-lines")
    @RequiresFunction(Function.METER_CORRECT)
    @Operation(summary = "MET-26: what the last usage invoice charges for the device")
    LastUsage usageLines(Caller caller, @PathVariable UUID id) {
        find(caller, id, CORRECT);
        return billing.lastUsage(id);
    }

    @GetMapping("/api/devices/{id}/read-freshness")
    @RequiresFunction({Function.METER_SUBMIT, Function.METER_VIEW, Function.SUPPLY_ORDER})
    @Operation(summary = "MET-39: whether a read is dated within so many days before today, on the device's calendar")
    ReadFreshness readFreshness(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer days) {
        var device = find(caller, id, FRESHNESS);
        var wanted = days == null ? FRESH_DAYS : days;
        if (wanted < 0 || wanted > MOST_DAYS) {
            throw Page.invalid("days", wanted);
        }
        var last = reads.lastReadOn(id);
        var since = LocalDate.ofInstant(clock.instant(), zone(device)).minusDays(wanted);
        return new ReadFreshness(last != null && !last.isBefore(since), last);
    }

    @GetMapping("/api/devices/{id}/timeline")
    @RequiresFunction(Function.DEVICE_VIEW)
    Timeline timeline(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer size,
            HttpServletResponse response) {
        var part = Page.of(0, size, null, Map.of(), "");
        find(caller, id, Reach.DEVICES);
        var mark = Mark.of(response);
        return new Timeline(
                timelines.ofDevice(id, caller, reaches(caller, id, Reach.METER_HISTORY), part.size()),
                mark.asOf(),
                mark.position());
    }

    private Device find(Caller caller, UUID id, Set<Function> anyOf) {
        var filter = Filter.devices(caller, anyOf);
        filter.and("d.device_id = " + filter.with(id));
        return devices.list(filter, "", caller, row -> false).stream()
                .findFirst()
                .orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
    }

    private boolean reaches(Caller caller, UUID id, Set<Function> anyOf) {
        var filter = Filter.devices(caller, anyOf);
        filter.and("d.device_id = " + filter.with(id));
        return devices.count(filter) > 0;
    }

    private @Nullable Integer ratedMonthlyPages(UUID id) {
        return jdbc.sql("select rated_monthly_pages from view_device where device_id = ? and rated_monthly_pages is"
                        + " not null")
                .param(id)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    private static ZoneId zone(Device device) {
        var location = device.location();
        return location == null ? ZoneOffset.UTC : ZoneId.of(location.timeZone());
    }
}
