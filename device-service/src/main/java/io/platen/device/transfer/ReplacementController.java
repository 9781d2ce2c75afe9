package io.platen.device.transfer;

import io.platen.contracts.access.Function;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.DeviceProblem;
import io.platen.device.assignment.AssignmentCommand.AssignDevice;
import io.platen.device.directory.Assignments;
import io.platen.device.directory.Devices;
import io.platen.device.directory.KnownDevice;
import io.platen.device.directory.Models;
import io.platen.device.machine.DeviceCommand.ChangeLocation;
import io.platen.device.machine.DeviceCommand.ReplaceDevice;
import io.platen.device.machine.ReplacementOutcome;
import io.platen.platform.access.Access;
import io.platen.platform.command.CommandSession;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.platform.web.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Another machine takes over: account, place, people and groups go on; notes stay behind (BEY-12). */
@RestController
class ReplacementController {

    private static final int DAYS_BACK = 366;

    /** Pages of each counter of the model. */
    record Figures(
            @Min(0) @Max(999_999_999) @Nullable Long total,
            @Min(0) @Max(999_999_999) @Nullable Long blackWhite,
            @Min(0) @Max(999_999_999) @Nullable Long colour) {

        Map<Counter, Long> counters() {
            var counters = new EnumMap<Counter, Long>(Counter.class);
            put(counters, Counter.TOTAL, total);
            put(counters, Counter.BLACK_WHITE, blackWhite);
            put(counters, Counter.COLOUR, colour);
            return counters;
        }

        private static void put(Map<Counter, Long> counters, Counter counter, @Nullable Long pages) {
            if (pages != null) {
                counters.put(counter, pages);
            }
        }
    }

    record ReplacementRequest(
            @NotNull DeviceId newDeviceId,
            @NotNull LocalDate replacedOn,
            @NotNull @Valid Figures finalCounters,
            @NotNull @Valid Figures firstCounters,

            @NotBlank @Size(max = 500) @Pattern(regexp = PlainText.REGEX)
            String reason) {}

    private final Commands commands;
    private final Access access;
    private final Devices devices;
    private final Models models;
    private final Assignments assignments;
    private final AccountChanges changes;
    private final Clock clock;

    ReplacementController(
            Commands commands,
            Access access,
            Devices devices,
            Models models,
            Assignments assignments,
            AccountChanges changes,
            Clock clock) {
        this.commands = commands;
        this.access = access;
        this.devices = devices;
        this.models = models;
        this.assignments = assignments;
        this.changes = changes;
        this.clock = clock;
    }

    @PostMapping("/api/devices/{deviceId}/replacement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresFunction(Function.DEVICE_REMOVE)
    ResponseEntity<Void> replace(
            Caller caller,
            HttpServletRequest request,
            @PathVariable DeviceId deviceId,
            @Valid @RequestBody ReplacementRequest body) {
        access.requireDevice(caller, Function.DEVICE_REMOVE, deviceId);
        return commands.handle(caller, request, body, session -> {
            // the lower id first, so that two replacements do not wait for each other
            Stream.of(deviceId, body.newDeviceId())
                    .sorted(java.util.Comparator.comparing(DeviceId::toString))
                    .forEach(devices::hold);
            var old = devices.find(deviceId).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
            requireDay(body.replacedOn(), old);
            var account = old.accountId();
            if (account == null) {
                throw Rejected.of(DeviceProblem.DEVICE_WITHOUT_ACCOUNT);
            }
            var successor = devices.find(body.newDeviceId())
                    .orElseThrow(() -> Rejected.of(DeviceProblem.DEVICE_UNKNOWN)
                            .field("newDeviceId", DeviceProblem.DEVICE_UNKNOWN, Map.of()));
            if (successor.accountId() != null && !successor.accountId().equals(account)) {
                throw Rejected.of(DeviceProblem.DEVICE_ON_ANOTHER_ACCOUNT)
                        .field("newDeviceId", DeviceProblem.DEVICE_ON_ANOTHER_ACCOUNT, Map.of());
            }
            takeOver(old, successor, account, body, session);
            return ResponseEntity.noContent().build();
        });
    }

    /** Any day of the last year, in the device's own calendar. */
    private void requireDay(LocalDate day, KnownDevice device) {
        var today = LocalDate.ofInstant(clock.instant(), device.zone());
        if (day.isAfter(today) || day.isBefore(today.minusDays(DAYS_BACK))) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED).field("replacedOn", FieldProblem.OUT_OF_RANGE, Map.of());
        }
    }

    private void takeOver(
            KnownDevice old,
            KnownDevice successor,
            AccountId account,
            ReplacementRequest body,
            CommandSession session) {
        var counts = countersOf(successor);
        ReplacementOutcome outcome = session.send(
                new ReplaceDevice(
                        old.deviceId(),
                        successor.deviceId(),
                        counts,
                        body.replacedOn(),
                        body.finalCounters().counters(),
                        body.firstCounters().counters(),
                        body.reason().strip()),
                account);
        switch (outcome) {
            case REPLACED -> {}
            case BY_ITSELF -> throw refused("newDeviceId", DeviceProblem.REPLACED_BY_ITSELF);
            case WITHOUT_ACCOUNT -> throw Rejected.of(DeviceProblem.DEVICE_WITHOUT_ACCOUNT);
            case FINAL_COUNTERS_DIFFER -> throw refused("finalCounters", DeviceProblem.COUNTERS_OF_MODEL);
            case FIRST_COUNTERS_DIFFER -> throw refused("firstCounters", DeviceProblem.COUNTERS_OF_MODEL);
        }
        var people = assignments.of(old.deviceId());
        changes.leave(old.deviceId(), null, successor.deviceId(), session);
        changes.join(successor.deviceId(), account, session);
        if (old.location() != null) {
            session.send(new ChangeLocation(successor.deviceId(), old.location(), body.replacedOn()), account);
            devices.locate(successor.deviceId(), old.location());
        }
        for (var person : people) {
            session.send(new AssignDevice(successor.deviceId(), person.userId(), account), account);
            assignments.begin(successor.deviceId(), person.userId(), account);
        }
    }

    private List<Counter> countersOf(KnownDevice device) {
        return models.find(device.modelId()).orElseThrow().counters();
    }

    private static Rejected refused(String field, DeviceProblem problem) {
        return Rejected.of(problem).field(field, problem, Map.of());
    }
}
