package io.platen.device.register;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.device.DeviceProblem;
import io.platen.device.directory.Customers;
import io.platen.device.directory.Devices;
import io.platen.device.directory.KnownDevice;
import io.platen.device.directory.Models;
import io.platen.device.machine.DeviceCommand.RegisterDevice;
import io.platen.device.relocate.Placement;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.platform.web.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers a machine, on an account or in the dealer's store. */
@RestController
class DeviceController {

    record RegisterDeviceRequest(
            @NotNull ModelId modelId,

            @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.REGEX)
            String serialNumber,

            @Size(max = 50) @Pattern(regexp = PlainText.REGEX) @Nullable
            String equipmentNumber,

            @Nullable AccountId accountId,
            @Valid @Nullable Placement location) {}

    record RegisteredDevice(DeviceId id) {}

    private final Commands commands;
    private final Models models;
    private final Devices devices;
    private final Customers customers;
    private final Clock clock;

    DeviceController(Commands commands, Models models, Devices devices, Customers customers, Clock clock) {
        this.commands = commands;
        this.models = models;
        this.devices = devices;
        this.customers = customers;
        this.clock = clock;
    }

    @PostMapping("/api/devices")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresFunction(Function.PLATFORM_ADMIN)
    ResponseEntity<RegisteredDevice> register(
            Caller caller, HttpServletRequest request, @Valid @RequestBody RegisterDeviceRequest body) {
        var account = body.accountId();
        if (account != null && !customers.knows(account)) {
            // not remembered under the key: a new account is known here moments after identity-service has it
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
        var placement = body.location();
        var location = placement == null ? null : placement.location("location.");
        var on = placement == null
                ? LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                : placement.from("location.", clock);
        return commands.handle(caller, request, body, session -> {
            var facts = models.find(body.modelId())
                    .orElseThrow(() -> Rejected.of(DeviceProblem.MODEL_UNKNOWN)
                            .field("modelId", DeviceProblem.MODEL_UNKNOWN, Map.of()));
            var device = DeviceId.random();
            var serial = body.serialNumber().strip();
            session.send(
                    new RegisterDevice(
                            device,
                            body.modelId(),
                            facts,
                            serial,
                            textOf(body.equipmentNumber()),
                            account,
                            location,
                            on),
                    account);
            if (!devices.reserve(new KnownDevice(
                    device, body.modelId(), facts.manufacturer(), facts.name(), serial, account, location))) {
                throw Rejected.of(DeviceProblem.SERIAL_IN_USE)
                        .with("serialNumber", serial)
                        .field("serialNumber", DeviceProblem.SERIAL_IN_USE, Map.of("serialNumber", serial));
            }
            return ResponseEntity.status(HttpStatus.CREATED).body(new RegisteredDevice(device));
        });
    }

    private static @Nullable String textOf(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
