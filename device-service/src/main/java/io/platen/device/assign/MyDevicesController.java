package io.platen.device.assign;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.DeviceProblem;
import io.platen.device.assignment.AssignmentCommand.AssignDevice;
import io.platen.device.assignment.AssignmentCommand.UnassignDevice;
import io.platen.device.assignment.AssignmentOutcome;
import io.platen.device.directory.Assignments;
import io.platen.device.directory.Devices;
import io.platen.device.directory.KnownDevice;
import io.platen.device.machine.DeviceCommand.SetNote;
import io.platen.device.machine.NoteOutcome;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A user takes devices of his account to look after (DEV-05, DEV-06), or gives one back. */
@RestController
class MyDevicesController {

    /** @param notes may be filled in at once (DEV-11) */
    record TakeDevicesRequest(
            @NotNull @Size(min = 1, max = 200) List<@NotNull DeviceId> deviceIds,
            @Valid @Nullable @Size(max = 400) List<@NotNull Note> notes) {

        List<Note> notesOrNone() {
            return notes == null ? List.of() : notes;
        }
    }

    record Note(
            @NotNull DeviceId deviceId,
            @Min(1) @Max(2) int note,

            @NotNull @Size(max = 2_000) @Pattern(regexp = PlainText.REGEX)
            String text) {}

    /** What became of one row; the others do not depend on it. */
    enum RowResult {
        ASSIGNED,
        ALREADY_ASSIGNED,
        NOT_FOUND
    }

    record Row(DeviceId deviceId, RowResult result) {}

    record TakenDevices(List<Row> results) {}

    private final Commands commands;
    private final Devices devices;
    private final Assignments assignments;
    private final Access access;

    MyDevicesController(Commands commands, Devices devices, Assignments assignments, Access access) {
        this.access = access;
        this.commands = commands;
        this.devices = devices;
        this.assignments = assignments;
    }

    @PostMapping("/api/my-devices")
    @RequiresFunction(Function.DEVICE_BROWSE_ACCOUNT)
    ResponseEntity<TakenDevices> take(
            Caller caller, HttpServletRequest request, @Valid @RequestBody TakeDevicesRequest body) {
        access.requireActive(caller);
        requireNotesOf(body, caller);
        return commands.handle(caller, request, body, session -> {
            var rows = new ArrayList<Row>();
            for (var device : body.deviceIds()) {
                rows.add(new Row(device, take(device, caller, session)));
            }
            write(body.notesOrNone(), caller, session);
            for (var row : rows) {
                if (row.result() == RowResult.ASSIGNED) {
                    accountOf(row.deviceId(), caller)
                            .ifPresent(account -> assignments.begin(row.deviceId(), caller.userId(), account));
                }
            }
            return ResponseEntity.ok(new TakenDevices(rows));
        });
    }

    private void requireNotesOf(TakeDevicesRequest body, Caller caller) {
        for (int i = 0; i < body.notesOrNone().size(); i++) {
            var device = body.notesOrNone().get(i).deviceId();
            if (!body.deviceIds().contains(device)) {
                throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                        .field("notes[" + i + "].deviceId", FieldProblem.INVALID_VALUE, Map.of());
            }
            if (accountOf(device, caller)
                    .filter(account -> !caller.has(Function.DEVICE_EDIT, account))
                    .isPresent()) {
                throw Rejected.of(CommonProblem.FORBIDDEN);
            }
        }
    }

    private void write(List<Note> notes, Caller caller, CommandSession session) {
        for (int i = 0; i < notes.size(); i++) {
            var note = notes.get(i);
            var account = accountOf(note.deviceId(), caller);
            if (account.isEmpty()) {
                continue; // its row says so
            }
            NoteOutcome outcome = session.send(new SetNote(note.deviceId(), note.note(), note.text()), account.get());
            if (outcome == NoteOutcome.TOO_LONG) {
                throw Rejected.of(DeviceProblem.NOTE_TOO_LONG)
                        .field("notes[" + i + "].text", DeviceProblem.NOTE_TOO_LONG, Map.of());
            }
        }
    }

    private RowResult take(DeviceId device, Caller caller, CommandSession session) {
        devices.keepInPlace(device);
        var account = accountOf(device, caller);
        if (account.isEmpty()) {
            return RowResult.NOT_FOUND;
        }
        AssignmentOutcome outcome =
                session.send(new AssignDevice(device, caller.userId(), account.get()), account.get());
        return switch (outcome) {
            case ASSIGNED -> RowResult.ASSIGNED;
            case ALREADY_ASSIGNED -> RowResult.ALREADY_ASSIGNED;
        };
    }

    private Optional<AccountId> accountOf(DeviceId device, Caller caller) {
        return devices.find(device)
                .map(KnownDevice::accountId)
                .filter(account -> caller.grant(account)
                        .filter(grant -> grant.functions().contains(Function.DEVICE_BROWSE_ACCOUNT))
                        .isPresent());
    }

    @DeleteMapping("/api/my-devices/{deviceId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresFunction(Function.DEVICE_VIEW)
    ResponseEntity<Void> giveBack(Caller caller, HttpServletRequest request, @PathVariable DeviceId deviceId) {
        access.requireActive(caller);
        var user = caller.userId();
        return commands.handle(caller, request, null, session -> {
            var device = devices.find(deviceId);
            if (device.isEmpty() || !assignments.isActive(deviceId, user)) {
                throw Rejected.of(CommonProblem.NOT_FOUND);
            }
            session.send(new UnassignDevice(deviceId, user), device.get().accountId());
            assignments.end(deviceId, user);
            return ResponseEntity.noContent().build();
        });
    }
}
