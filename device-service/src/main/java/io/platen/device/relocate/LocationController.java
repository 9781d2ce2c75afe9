package io.platen.device.relocate;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.DeviceId;
import io.platen.device.cover.Coverages;
import io.platen.device.directory.Devices;
import io.platen.device.machine.DeviceCommand.ChangeLocation;
import io.platen.platform.access.Access;
import io.platen.platform.command.Commands;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A device moves. */
@RestController
class LocationController {

    private final Commands commands;
    private final Access access;
    private final Devices devices;
    private final Coverages coverages;
    private final Clock clock;

    LocationController(Commands commands, Access access, Devices devices, Coverages coverages, Clock clock) {
        this.commands = commands;
        this.access = access;
        this.devices = devices;
        this.coverages = coverages;
        this.clock = clock;
    }

    @PutMapping("/api/devices/{deviceId}/location")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresFunction(Function.DEVICE_EDIT)
    ResponseEntity<Void> move(
            Caller caller,
            HttpServletRequest request,
            @PathVariable DeviceId deviceId,
            @Valid @RequestBody Placement body) {
        var device = access.requireDevice(caller, Function.DEVICE_EDIT, deviceId);
        var command = new ChangeLocation(deviceId, body.location(""), body.from("", clock));
        return commands.handle(caller, request, body, session -> {
            devices.hold(deviceId);
            session.send(command, device.accountId());
            devices.locate(deviceId, command.location());
            coverages.refresh(deviceId, session);
            return ResponseEntity.noContent().build();
        });
    }
}
