package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.gateway.read.Shapes.Device;
import io.platen.gateway.read.Shapes.DeviceDetail;
import io.platen.gateway.read.Shapes.DevicePage;
import io.platen.gateway.read.Shapes.ReadPage;
import io.platen.gateway.read.Shapes.Timeline;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
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

    private static final Map<String, String> SORTABLE = Map.of(
            "serialNumber", "d.serial_number",
            "equipmentNumber", "d.equipment_number",
            "model", "d.model",
            "site", "d.site",
            "lastRead", "r.read_on",
            "lastCommunication", "d.last_communication");
    private static final Map<String, String> SORTABLE_READS =
            Map.of("readOn", "r.read_on", "recordedAt", "r.recorded_at", "source", "r.source");
    private static final String NEWEST_READ_FIRST = "r.read_on desc, r.sequence desc";
    private static final Set<Function> BROWSE = Set.of(Function.DEVICE_BROWSE_ACCOUNT);

    private final DeviceRows devices;
    private final ReadRows reads;
    private final TimelineRows timelines;
    private final UsageRows usage;
    private final OrderRows orders;
    private final BillingRows billing;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeviceController(
            DeviceRows devices,
            ReadRows reads,
            TimelineRows timelines,
            UsageRows usage,
            OrderRows orders,
            BillingRows billing,
            JdbcClient jdbc,
            Clock clock) {
        this.devices = devices;
        this.reads = reads;
        this.timelines = timelines;
        this.usage = usage;
        this.orders = orders;
        this.billing = billing;
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
            @RequestParam(required = false) @Nullable UUID accountId,
            @RequestParam(required = false) @Nullable Boolean assigned,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE, "d.serial_number, d.device_id");
        var filter = new Filter();
        var scope = filter.deviceScope(caller, Reach.DEVICES);
        if (Boolean.FALSE.equals(assigned)) {
            // D-02: who may browse the account sees three fields of its other devices.
            scope = "(" + scope + ") or (" + filter.deviceScope(caller, BROWSE) + ")";
        }
        filter.and(scope);
        if (accountId != null) {
            filter.and("d.account_id = " + filter.with(accountId));
        }
        if (assigned != null) {
            filter.and(
                    (assigned ? "" : "not ") + filter.assignedTo(caller.userId().value()));
        }
        if (q != null) {
            filter.words(
                    q,
                    "d.serial_number ilike ?",
                    "d.equipment_number ilike ?",
                    "d.model ilike ?",
                    "d.manufacturer ilike ?",
                    "d.site ilike ?",
                    "d.city ilike ?",
                    "d.room ilike ?",
                    "a.name ilike ?",
                    "a.customer_account_number ilike ?",
                    "a.system_account_number ilike ?");
        }
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
        return new DeviceDetail(
                device.id(),
                device.serialNumber(),
                device.equipmentNumber(),
                device.model(),
                device.manufacturer(),
                device.account(),
                device.location(),
                device.assigned(),
                device.counters(),
                device.lastRead(),
                device.lastCommunication(),
                device.supplies(),
                device.reporting(),
                seesReads ? new ExpectedReads(usage.expectedFrom(id), ratedMonthlyPages(id), today).counters() : null,
                seesReads ? reads.list(ReadRows.of(id), new Page(0, 10, NEWEST_READ_FIRST)) : List.of(),
                orders.autoToner(id),
                billing.covering(id, today));
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
                mark.asOf(),
                mark.position());
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
        return jdbc.sql(
                        "select rated_monthly_pages from view_device where device_id = ? and rated_monthly_pages is not null")
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
