package io.platen.device.note;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.DeviceId;
import io.platen.device.DeviceProblem;
import io.platen.device.machine.DeviceCommand.SetNote;
import io.platen.device.machine.NoteOutcome;
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
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One note is stored by itself, as soon as its field is left. */
@RestController
class NoteController {

    record NoteRequest(
            @NotNull @Size(max = 2_000) @Pattern(regexp = PlainText.REGEX)
            String text) {}

    private final Commands commands;
    private final Access access;

    NoteController(Commands commands, Access access) {
        this.commands = commands;
        this.access = access;
    }

    @PutMapping("/api/devices/{deviceId}/notes/{note}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresFunction(Function.DEVICE_EDIT)
    ResponseEntity<Void> write(
            Caller caller,
            HttpServletRequest request,
            @PathVariable DeviceId deviceId,
            @PathVariable String note,
            @Valid @RequestBody NoteRequest body) {
        var device = access.requireDevice(caller, Function.DEVICE_EDIT, deviceId);
        if (!note.equals("1") && !note.equals("2")) {
            throw Rejected.of(CommonProblem.NOT_FOUND);
        }
        return commands.handle(caller, request, body, session -> {
            NoteOutcome outcome =
                    session.send(new SetNote(deviceId, Integer.parseInt(note), body.text()), device.accountId());
            return switch (outcome) {
                case WRITTEN -> ResponseEntity.noContent().build();
                case TOO_LONG ->
                    throw Rejected.of(DeviceProblem.NOTE_TOO_LONG).field("text", DeviceProblem.NOTE_TOO_LONG, Map.of());
            };
        });
    }
}
