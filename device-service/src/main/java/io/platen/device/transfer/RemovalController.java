package io.platen.device.transfer;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.DeviceId;
import io.platen.device.DeviceProblem;
import io.platen.device.directory.Devices;
import io.platen.device.directory.KnownDevice;
import io.platen.platform.access.Access;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.platform.web.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The contact centre takes a machine off an account that no longer holds it; its history stays (DEV-23). */
@RestController
class RemovalController {

    record RemovalRequest(
            @Nullable @Size(max = 500) @Pattern(regexp = PlainText.REGEX)
            String reason) {

        String reasonGiven() {
            if (reason == null || reason.isBlank()) {
                throw Rejected.of(CommonProblem.VALIDATION_FAILED).field("reason", FieldProblem.REQUIRED, Map.of());
            }
            return reason.strip();
        }
    }

    private final Commands commands;
    private final Access access;
    private final Devices devices;
    private final AccountChanges changes;

    RemovalController(Commands commands, Access access, Devices devices, AccountChanges changes) {
        this.commands = commands;
        this.access = access;
        this.devices = devices;
        this.changes = changes;
    }

    @PostMapping("/api/devices/{deviceId}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresFunction(Function.DEVICE_REMOVE)
    ResponseEntity<Void> remove(
            Caller caller,
            HttpServletRequest request,
            @PathVariable DeviceId deviceId,
            @Valid @RequestBody RemovalRequest body) {
        access.requireDevice(caller, Function.DEVICE_REMOVE, deviceId);
        var reason = body.reasonGiven();
        return commands.handle(caller, request, body, session -> {
            if (devices.hold(deviceId).map(KnownDevice::accountId).isEmpty()) {
                throw Rejected.of(DeviceProblem.DEVICE_WITHOUT_ACCOUNT);
            }
            changes.leave(deviceId, reason, session);
            return ResponseEntity.noContent().build();
        });
    }
}
