package io.platen.device.monitor;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.DeviceId;
import io.platen.device.DeviceProblem;
import io.platen.device.directory.Devices;
import io.platen.device.directory.Models;
import io.platen.device.machine.DeviceCommand.SetEligibility;
import io.platen.device.machine.EligibilityOutcome;
import io.platen.platform.access.Access;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The desk allows a machine automatic toner, or stops it. */
@RestController
class EligibilityController {

    record EligibilityRequest(@NotNull Boolean eligible) {}

    private final Commands commands;
    private final Access access;
    private final Devices devices;
    private final Models models;

    EligibilityController(Commands commands, Access access, Devices devices, Models models) {
        this.commands = commands;
        this.access = access;
        this.devices = devices;
        this.models = models;
    }

    @PutMapping("/api/devices/{deviceId}/remote-monitoring")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresFunction({Function.AUTO_TONER_DESK, Function.PLATFORM_ADMIN})
    ResponseEntity<Void> set(
            Caller caller,
            HttpServletRequest request,
            @PathVariable DeviceId deviceId,
            @Valid @RequestBody EligibilityRequest body) {
        var device = access.requireDevice(caller, Function.AUTO_TONER_DESK, deviceId);
        return commands.handle(caller, request, body, session -> {
            var capable = devices.find(deviceId)
                    .flatMap(known -> models.find(known.modelId()))
                    .orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND))
                    .autoTonerCapable();
            EligibilityOutcome outcome =
                    session.send(new SetEligibility(deviceId, body.eligible(), capable), device.accountId());
            return switch (outcome) {
                case SET -> ResponseEntity.noContent().build();
                case MODEL_NOT_CAPABLE ->
                    throw Rejected.of(DeviceProblem.MODEL_NOT_CAPABLE)
                            .field("eligible", DeviceProblem.MODEL_NOT_CAPABLE, Map.of());
            };
        });
    }
}
