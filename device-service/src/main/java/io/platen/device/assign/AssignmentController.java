package io.platen.device.assign;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.device.DeviceProblem;
import io.platen.device.assignment.AssignmentCommand.AssignDevice;
import io.platen.device.assignment.AssignmentCommand.UnassignDevice;
import io.platen.device.assignment.AssignmentOutcome;
import io.platen.device.directory.Assignments;
import io.platen.device.directory.Customers;
import io.platen.device.directory.Devices;
import io.platen.device.directory.KnownDevice;
import io.platen.platform.access.Access;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An Administrator says which of his colleagues look after a device (DEV-07). */
@RestController
class AssignmentController {

    record AssignmentAnswer(AssignmentOutcome result) {}

    private final Commands commands;
    private final Devices devices;
    private final Customers customers;
    private final Assignments assignments;
    private final Access access;

    AssignmentController(
            Commands commands, Devices devices, Customers customers, Assignments assignments, Access access) {
        this.access = access;
        this.commands = commands;
        this.devices = devices;
        this.customers = customers;
        this.assignments = assignments;
    }

    @PutMapping("/api/devices/{deviceId}/assignments/{userId}")
    @RequiresFunction({Function.DEVICE_ASSIGN_OTHERS, Function.PLATFORM_ADMIN})
    ResponseEntity<AssignmentAnswer> assign(
            Caller caller, HttpServletRequest request, @PathVariable DeviceId deviceId, @PathVariable UserId userId) {
        var account = accountOf(deviceId, caller);
        requireColleague(caller, userId, account);
        return commands.handle(caller, request, null, session -> {
            requireStill(deviceId, userId, account);
            AssignmentOutcome outcome = session.send(new AssignDevice(deviceId, userId, account), account);
            assignments.begin(deviceId, userId, account);
            return ResponseEntity.ok(new AssignmentAnswer(outcome));
        });
    }

    @DeleteMapping("/api/devices/{deviceId}/assignments/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresFunction({Function.DEVICE_ASSIGN_OTHERS, Function.PLATFORM_ADMIN})
    ResponseEntity<Void> withdraw(
            Caller caller, HttpServletRequest request, @PathVariable DeviceId deviceId, @PathVariable UserId userId) {
        var account = accountOf(deviceId, caller);
        return commands.handle(caller, request, null, session -> {
            if (assignments.isActive(deviceId, userId)) {
                session.send(new UnassignDevice(deviceId, userId), account);
                assignments.end(deviceId, userId);
            }
            return ResponseEntity.noContent().build();
        });
    }

    /** @throws Rejected as not found where the device is none of the caller's business */
    private AccountId accountOf(DeviceId deviceId, Caller caller) {
        access.requireActive(caller);
        var device = devices.find(deviceId).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
        var account = device.accountId();
        if (caller.has(Function.PLATFORM_ADMIN)) {
            if (account == null) {
                throw Rejected.of(DeviceProblem.DEVICE_WITHOUT_ACCOUNT);
            }
            return account;
        }
        if (account == null || !caller.has(Function.DEVICE_ASSIGN_OTHERS, account)) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
        return account;
    }

    /** Either may have left the account since it was looked up. */
    private void requireStill(DeviceId device, UserId user, AccountId account) {
        customers.keep(user);
        var there = devices.keepInPlace(device).map(KnownDevice::accountId);
        if (!there.equals(Optional.of(account)) || !customers.accountsOf(user).contains(account)) {
            throw Rejected.of(CommonProblem.CONCURRENT_CHANGE);
        }
    }

    /** Other accounts' people do not exist for a customer. Refused without remembering: the user may just be on the way. */
    private void requireColleague(Caller caller, UserId user, AccountId account) {
        var accounts = customers.accountsOf(user);
        if (accounts.contains(account)) {
            return;
        }
        throw Rejected.of(
                accounts.isEmpty() || !caller.isStaff() ? CommonProblem.NOT_FOUND : DeviceProblem.USER_NOT_ON_ACCOUNT);
    }
}
