package io.platen.device.ask;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.DeviceRequestId;
import io.platen.device.DeviceProblem;
import io.platen.device.directory.DeviceRequests;
import io.platen.device.directory.Devices;
import io.platen.device.request.RequestCommand.RequestDevice;
import io.platen.platform.access.Access;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.platform.web.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A validated machine is asked for, and waits in the web administrator's queue (DEV-20). */
@RestController
class DeviceRequestController {

    record DeviceRequestBody(
            @NotNull AccountId accountId,
            @NotNull DeviceId deviceId,

            @Nullable @Size(max = 500) @Pattern(regexp = PlainText.REGEX)
            String comment) {}

    record Requested(DeviceRequestId id, String number) {}

    private final Commands commands;
    private final Access access;
    private final Devices devices;
    private final DeviceRequests requests;

    DeviceRequestController(Commands commands, Access access, Devices devices, DeviceRequests requests) {
        this.commands = commands;
        this.access = access;
        this.devices = devices;
        this.requests = requests;
    }

    @PostMapping("/api/device-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresFunction(Function.DEVICE_BROWSE_ACCOUNT)
    ResponseEntity<Requested> request(
            Caller caller, HttpServletRequest request, @Valid @RequestBody DeviceRequestBody body) {
        var account = body.accountId();
        access.requireAccount(caller, Function.DEVICE_BROWSE_ACCOUNT, account);
        return commands.handle(caller, request, body, session -> {
            var device = devices.keepInPlace(body.deviceId()).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
            if (account.equals(device.accountId())) {
                throw SerialNumbers.alreadyThere(device);
            }
            var id = DeviceRequestId.random();
            var number = requests.nextNumber();
            session.send(
                    new RequestDevice(
                            id,
                            number,
                            account,
                            device.deviceId(),
                            device.serialNumber(),
                            caller.userId(),
                            body.comment() == null ? "" : body.comment().strip()),
                    account);
            if (!requests.open(
                    new DeviceRequests.Known(id, account, device.deviceId()), number, device.serialNumber())) {
                throw Rejected.of(DeviceProblem.REQUEST_PENDING);
            }
            return ResponseEntity.status(HttpStatus.CREATED).body(new Requested(id, number));
        });
    }
}
