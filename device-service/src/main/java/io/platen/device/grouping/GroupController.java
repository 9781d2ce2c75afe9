package io.platen.device.grouping;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceGroupId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.DeviceProblem;
import io.platen.device.directory.Devices;
import io.platen.device.directory.Groups;
import io.platen.device.group.GroupCommand.ChangeGroup;
import io.platen.device.group.GroupCommand.CreateGroup;
import io.platen.device.group.GroupCommand.DeleteGroup;
import io.platen.platform.access.Access;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Groups belong to the account: whoever may edit only the devices assigned to him has none to make. */
@RestController
class GroupController {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_DEVICES = 1_000;

    record NewGroup(
            @NotNull AccountId accountId,

            @NotBlank @Size(max = LONGEST_NAME) @Pattern(regexp = PlainText.REGEX)
            String name,

            @NotNull @Size(max = MOST_DEVICES) List<@NotNull DeviceId> deviceIds) {}

    record ChangedGroup(
            @NotBlank @Size(max = LONGEST_NAME) @Pattern(regexp = PlainText.REGEX)
            String name,

            @NotNull @Size(max = MOST_DEVICES) List<@NotNull DeviceId> deviceIds) {}

    record Created(DeviceGroupId id) {}

    private final Commands commands;
    private final Access access;
    private final Devices devices;
    private final Groups groups;

    GroupController(Commands commands, Access access, Devices devices, Groups groups) {
        this.commands = commands;
        this.access = access;
        this.devices = devices;
        this.groups = groups;
    }

    @PostMapping("/api/device-groups")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresFunction(Function.DEVICE_EDIT)
    ResponseEntity<Created> create(Caller caller, HttpServletRequest request, @Valid @RequestBody NewGroup body) {
        var account = body.accountId();
        access.requireAccount(caller, Function.DEVICE_EDIT, account);
        return commands.handle(caller, request, body, session -> {
            groups.lock(account);
            requireOn(account, body.deviceIds());
            var group = DeviceGroupId.random();
            var name = body.name().strip();
            session.send(new CreateGroup(group, account, name, Set.copyOf(body.deviceIds())), account);
            if (!groups.reserve(group, account, name)) {
                throw taken(name);
            }
            groups.hold(group, body.deviceIds());
            return ResponseEntity.status(HttpStatus.CREATED).body(new Created(group));
        });
    }

    @PutMapping("/api/device-groups/{groupId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresFunction(Function.DEVICE_EDIT)
    ResponseEntity<Void> change(
            Caller caller,
            HttpServletRequest request,
            @PathVariable DeviceGroupId groupId,
            @Valid @RequestBody ChangedGroup body) {
        var account = accountOf(groupId, caller);
        return commands.handle(caller, request, body, session -> {
            groups.lock(account);
            requireOn(account, body.deviceIds());
            var name = body.name().strip();
            session.send(new ChangeGroup(groupId, name, Set.copyOf(body.deviceIds())), account);
            if (!groups.rename(groupId, account, name)) {
                throw taken(name);
            }
            groups.hold(groupId, body.deviceIds());
            return ResponseEntity.noContent().build();
        });
    }

    @DeleteMapping("/api/device-groups/{groupId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresFunction(Function.DEVICE_EDIT)
    ResponseEntity<Void> delete(Caller caller, HttpServletRequest request, @PathVariable DeviceGroupId groupId) {
        var account = accountOf(groupId, caller);
        return commands.handle(caller, request, null, session -> {
            groups.lock(account);
            session.send(new DeleteGroup(groupId), account);
            groups.delete(groupId);
            return ResponseEntity.noContent().build();
        });
    }

    private AccountId accountOf(DeviceGroupId group, Caller caller) {
        access.requireActive(caller);
        var account = groups.accountOf(group).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
        access.requireAccount(caller, Function.DEVICE_EDIT, account);
        return account;
    }

    /** Each stays on the account until the group is stored. */
    private void requireOn(AccountId account, List<DeviceId> wanted) {
        wanted.stream()
                .sorted(java.util.Comparator.comparing(DeviceId::toString))
                .forEach(devices::keepInPlace);
        var there = devices.on(account, wanted);
        for (int i = 0; i < wanted.size(); i++) {
            if (!there.contains(wanted.get(i))) {
                throw Rejected.of(DeviceProblem.DEVICE_NOT_ON_ACCOUNT)
                        .field("deviceIds[" + i + "]", DeviceProblem.DEVICE_NOT_ON_ACCOUNT, Map.of());
            }
        }
    }

    private static Rejected taken(String name) {
        return Rejected.of(DeviceProblem.GROUP_NAME_TAKEN)
                .with("name", name)
                .field("name", DeviceProblem.GROUP_NAME_TAKEN, Map.of("name", name));
    }
}
