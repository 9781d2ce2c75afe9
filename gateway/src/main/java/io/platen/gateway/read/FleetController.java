package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.gateway.read.DeviceShapes.ColleaguePage;
import io.platen.gateway.read.DeviceShapes.DeviceGroupPage;
import io.platen.gateway.read.DeviceShapes.DeviceRequestPage;
import io.platen.gateway.read.DeviceShapes.RequestState;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Groups of devices, requests for them, and the people who look after them. */
@RestController
class FleetController {

    private static final Set<Function> ASSIGN = Set.of(Function.DEVICE_ASSIGN_OTHERS);
    private static final Set<Function> ASSIGNEES = Set.of(Function.DEVICE_ASSIGN_OTHERS, Function.PLATFORM_ADMIN);
    private static final Map<String, String> SORTABLE_GROUPS =
            Map.of("name", "lower(g.name)", "accountName", "a.name", "devices", "cardinality(g.devices)");
    private static final Map<String, String> SORTABLE_REQUESTS = Map.of(
            "number", "q.number",
            "state", "q.state",
            "serialNumber", "q.serial_number",
            "accountName", "a.name",
            "requestedAt", "q.requested_at",
            "decidedAt", "q.decided_at");
    private static final Map<String, String> SORTABLE_PEOPLE =
            Map.of("name", "u.name", "email", "u.email", "role", "g.role", "assignedDevices", FleetRows.ASSIGNED);
    private static final String BY_NAME = "u.name, u.user_id, g.account_id";

    private final FleetRows fleet;
    private final DeviceRows devices;

    FleetController(FleetRows fleet, DeviceRows devices) {
        this.fleet = fleet;
        this.devices = devices;
    }

    @GetMapping("/api/device-groups")
    @RequiresFunction(Function.DEVICE_VIEW)
    @Operation(operationId = "listDeviceGroups", summary = "DEV-42: groups with those of their devices the caller sees")
    DeviceGroupPage groups(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID accountId,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE_GROUPS, "lower(g.name), g.group_id");
        var filter = Filter.groups(caller);
        if (accountId != null) {
            filter.and("g.account_id = " + filter.with(accountId));
        }
        if (q != null) {
            filter.words(q, "g.name ilike ?");
        }
        var mark = Mark.of(response);
        return new DeviceGroupPage(
                fleet.groups(filter, part.sql(), caller),
                part.number(),
                part.size(),
                fleet.countGroups(filter),
                mark.asOf(),
                mark.position());
    }

    @GetMapping("/api/device-requests")
    @RequiresFunction({Function.DEVICE_BROWSE_ACCOUNT, Function.ACCESS_REVIEW})
    @Operation(operationId = "listDeviceRequests", summary = "DEV-20: requests to have a device on an account")
    DeviceRequestPage requests(
            Caller caller,
            @RequestParam(required = false) @Nullable RequestState state,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID accountId,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE_REQUESTS, "q.requested_at desc, q.number");
        var filter = Filter.requests(caller);
        if (state != null) {
            filter.and("q.state = " + filter.with(state.name()));
        }
        if (accountId != null) {
            filter.and("q.account_id = " + filter.with(accountId));
        }
        if (q != null) {
            filter.words(q, FleetRows.SEARCHED_REQUESTS);
        }
        var mark = Mark.of(response);
        return new DeviceRequestPage(
                fleet.requests(filter, part.sql(), caller),
                part.number(),
                part.size(),
                fleet.countRequests(filter),
                mark.asOf(),
                mark.position());
    }

    @GetMapping("/api/colleagues")
    @RequiresFunction(Function.DEVICE_ASSIGN_OTHERS)
    @Operation(
            operationId = "listColleagues",
            summary = "DEV-07: the users of an account and how many devices each has")
    ColleaguePage colleagues(
            Caller caller,
            @RequestParam UUID accountId,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response) {
        if (!Reach.seesAccount(caller, ASSIGN, accountId)) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
        var filter = new Filter();
        filter.and("g.account_id = " + filter.with(accountId));
        return people(filter, page, size, sort, q, response);
    }

    @GetMapping("/api/devices/{id}/assignees")
    @RequiresFunction({Function.DEVICE_ASSIGN_OTHERS, Function.PLATFORM_ADMIN})
    @Operation(operationId = "listAssignees", summary = "DEV-08: the users who look after a device")
    ColleaguePage assignees(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response) {
        var reached = Filter.devices(caller, ASSIGNEES);
        reached.and("d.device_id = " + reached.with(id));
        if (devices.count(reached) == 0) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
        var filter = new Filter();
        filter.and("exists (select 1 from view_assignment v join view_device d on d.device_id = v.device_id"
                + " and d.account_id = v.account_id where v.user_id = g.user_id and v.account_id = g.account_id"
                + " and v.device_id = " + filter.with(id) + ")");
        return people(filter, page, size, sort, q, response);
    }

    private ColleaguePage people(
            Filter filter,
            @Nullable Integer page,
            @Nullable Integer size,
            @Nullable String sort,
            @Nullable String q,
            HttpServletResponse response) {
        var part = Page.of(page, size, sort, SORTABLE_PEOPLE, BY_NAME);
        filter.and("u.active");
        if (q != null) {
            filter.words(q, "u.name ilike ?", "u.email ilike ?");
        }
        var mark = Mark.of(response);
        return new ColleaguePage(
                fleet.people(filter, part.sql()),
                part.number(),
                part.size(),
                fleet.countPeople(filter),
                mark.asOf(),
                mark.position());
    }
}
