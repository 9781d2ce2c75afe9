package io.platen.device.assign;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.device.assignment.AssignmentCommand.AssignDevice;
import io.platen.device.assignment.AssignmentCommand.UnassignDevice;
import io.platen.device.assignment.AssignmentOutcome;
import io.platen.device.directory.Assignments;
import io.platen.device.directory.Customers;
import io.platen.device.directory.Devices;
import io.platen.device.directory.KnownDevice;
import io.platen.platform.access.Access;
import io.platen.platform.command.CommandSession;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An Administrator gives a colleague many devices at a time, or takes them away (DEV-07). */
@RestController
class ManyAssignmentsController {

    record AssignmentsRequest(
            @NotNull UserId userId,

            @NotNull @Size(min = 1, max = 200) List<@NotNull DeviceId> deviceIds) {}

    /** What became of one row; the others do not depend on it. */
    enum RowResult {
        ASSIGNED,
        ALREADY_ASSIGNED,
        WITHDRAWN,
        NOT_ASSIGNED,
        NOT_FOUND,
        /** The user has no role on this device's account that can see devices. */
        USER_NOT_ON_ACCOUNT
    }

    record Row(DeviceId deviceId, RowResult result) {}

    record AssignmentsAnswer(List<Row> results) {}

    private final Commands commands;
    private final Devices devices;
    private final Customers customers;
    private final Assignments assignments;
    private final Access access;

    ManyAssignmentsController(
            Commands commands, Devices devices, Customers customers, Assignments assignments, Access access) {
        this.commands = commands;
        this.devices = devices;
        this.customers = customers;
        this.assignments = assignments;
        this.access = access;
    }

    @PostMapping("/api/assignments")
    @RequiresFunction({Function.DEVICE_ASSIGN_OTHERS, Function.PLATFORM_ADMIN})
    ResponseEntity<AssignmentsAnswer> assign(
            Caller caller, HttpServletRequest request, @Valid @RequestBody AssignmentsRequest body) {
        requireColleague(caller, body.userId());
        return commands.handle(caller, request, body, session -> {
            customers.keep(body.userId());
            var begun = new LinkedHashMap<DeviceId, AccountId>();
            var results = eachOf(body, device -> assign(device, caller, body.userId(), session, begun));
            begun.forEach((device, account) -> assignments.begin(device, body.userId(), account));
            return ResponseEntity.ok(results);
        });
    }

    @PostMapping("/api/assignments/withdrawals")
    @RequiresFunction({Function.DEVICE_ASSIGN_OTHERS, Function.PLATFORM_ADMIN})
    ResponseEntity<AssignmentsAnswer> withdraw(
            Caller caller, HttpServletRequest request, @Valid @RequestBody AssignmentsRequest body) {
        requireColleague(caller, body.userId());
        return commands.handle(caller, request, body, session -> {
            var results = eachOf(body, device -> withdraw(device, caller, body.userId(), session));
            results.results().stream()
                    .filter(row -> row.result() == RowResult.WITHDRAWN)
                    .forEach(row -> assignments.end(row.deviceId(), body.userId()));
            return ResponseEntity.ok(results);
        });
    }

    /** In one order for everybody, so that two requests do not wait for each other; told in that of the request. */
    private static AssignmentsAnswer eachOf(
            AssignmentsRequest body, java.util.function.Function<DeviceId, RowResult> work) {
        var results = new LinkedHashMap<DeviceId, RowResult>();
        var sorted = new TreeSet<>(java.util.Comparator.comparing(DeviceId::toString));
        sorted.addAll(body.deviceIds());
        sorted.forEach(device -> results.put(device, work.apply(device)));
        return new AssignmentsAnswer(body.deviceIds().stream()
                .map(device -> new Row(device, results.getOrDefault(device, RowResult.NOT_FOUND)))
                .toList());
    }

    private RowResult assign(
            DeviceId device, Caller caller, UserId user, CommandSession session, Map<DeviceId, AccountId> begun) {
        var account = accountOf(device, caller);
        if (account.isEmpty()) {
            return RowResult.NOT_FOUND;
        }
        if (!customers.accountsOf(user).contains(account.get())) {
            return RowResult.USER_NOT_ON_ACCOUNT;
        }
        AssignmentOutcome outcome = session.send(new AssignDevice(device, user, account.get()), account.get());
        return switch (outcome) {
            case ASSIGNED -> {
                begun.put(device, account.get());
                yield RowResult.ASSIGNED;
            }
            case ALREADY_ASSIGNED -> RowResult.ALREADY_ASSIGNED;
        };
    }

    private RowResult withdraw(DeviceId device, Caller caller, UserId user, CommandSession session) {
        var account = accountOf(device, caller);
        if (account.isEmpty()) {
            return RowResult.NOT_FOUND;
        }
        if (!assignments.isActive(device, user)) {
            return RowResult.NOT_ASSIGNED;
        }
        session.send(new UnassignDevice(device, user), account.get());
        return RowResult.WITHDRAWN;
    }

    private Optional<AccountId> accountOf(DeviceId device, Caller caller) {
        return devices.keepInPlace(device)
                .map(KnownDevice::accountId)
                .filter(account ->
                        caller.has(Function.PLATFORM_ADMIN) || caller.has(Function.DEVICE_ASSIGN_OTHERS, account));
    }

    /** Other accounts' people do not exist. Refused without remembering: the user may just be on the way. */
    private void requireColleague(Caller caller, UserId user) {
        access.requireActive(caller);
        var accounts = customers.accountsOf(user);
        if (accounts.isEmpty()
                || (!caller.has(Function.PLATFORM_ADMIN)
                        && accounts.stream()
                                .noneMatch(account -> caller.has(Function.DEVICE_ASSIGN_OTHERS, account)))) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
    }
}
