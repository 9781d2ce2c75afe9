package io.platen.device.ask;

import io.platen.contracts.access.Function;
import io.platen.device.DeviceProblem;
import io.platen.device.directory.DeviceRequests;
import io.platen.device.directory.Devices;
import io.platen.device.directory.KnownDevice;
import io.platen.device.request.DecisionOutcome;
import io.platen.device.request.RequestCommand;
import io.platen.device.request.RequestCommand.ApproveRequest;
import io.platen.device.request.RequestCommand.RejectRequest;
import io.platen.device.transfer.AccountChanges;
import io.platen.platform.access.Access;
import io.platen.platform.command.CommandSession;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.platform.web.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The web administrator decides; with his approval the machine changes accounts (DEV-21). */
@RestController
class DecisionController {

    record ApprovalRequest(
            @Nullable @Size(max = 500) @Pattern(regexp = PlainText.REGEX)
            String reason) {

        @Nullable
        String reasonIfAny() {
            return reason == null || reason.isBlank() ? null : reason.strip();
        }
    }

    record RejectionRequest(
            @NotBlank @Size(max = 500) @Pattern(regexp = PlainText.REGEX)
            String reason) {}

    private final Commands commands;
    private final Access access;
    private final Devices devices;
    private final DeviceRequests requests;
    private final AccountChanges changes;

    DecisionController(
            Commands commands, Access access, Devices devices, DeviceRequests requests, AccountChanges changes) {
        this.commands = commands;
        this.access = access;
        this.devices = devices;
        this.requests = requests;
        this.changes = changes;
    }

    @PostMapping("/api/device-requests/{number}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresFunction(Function.ACCESS_REVIEW)
    ResponseEntity<Void> approve(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String number,
            @Valid @RequestBody ApprovalRequest body) {
        var asked = find(caller, number);
        return commands.handle(caller, request, body, session -> {
            var holder = devices.hold(asked.deviceId()).map(KnownDevice::accountId);
            decide(new ApproveRequest(asked.requestId(), body.reasonIfAny()), asked, session);
            if (!asked.accountId().equals(holder.orElse(null))) {
                changes.leave(asked.deviceId(), null, session);
                changes.join(asked.deviceId(), asked.accountId(), session);
            }
            return ResponseEntity.noContent().build();
        });
    }

    @PostMapping("/api/device-requests/{number}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresFunction(Function.ACCESS_REVIEW)
    ResponseEntity<Void> reject(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String number,
            @Valid @RequestBody RejectionRequest body) {
        var asked = find(caller, number);
        return commands.handle(caller, request, body, session -> {
            decide(new RejectRequest(asked.requestId(), body.reason().strip()), asked, session);
            return ResponseEntity.noContent().build();
        });
    }

    private DeviceRequests.Known find(Caller caller, String number) {
        access.requireActive(caller);
        return requests.find(number).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
    }

    private void decide(RequestCommand decision, DeviceRequests.Known asked, CommandSession session) {
        DecisionOutcome outcome = session.send(decision, asked.accountId());
        switch (outcome) {
            case DECIDED -> requests.decided(asked.requestId());
            case ALREADY_DECIDED -> throw Rejected.of(DeviceProblem.ALREADY_DECIDED);
        }
    }
}
