package io.platen.device.transfer;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.assignment.AssignmentCommand.UnassignDevice;
import io.platen.device.cover.Coverages;
import io.platen.device.directory.Assignments;
import io.platen.device.directory.Devices;
import io.platen.device.directory.Groups;
import io.platen.device.directory.KnownDevice;
import io.platen.device.group.GroupCommand.LeaveGroup;
import io.platen.device.machine.AccountOutcome;
import io.platen.device.machine.DeviceCommand.AddToAccount;
import io.platen.device.machine.DeviceCommand.RemoveFromAccount;
import io.platen.platform.command.CommandSession;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** With a device everything changes that hangs on its account: who looks after it, its groups, what covers it. */
@Component
public class AccountChanges {

    private final Devices devices;
    private final Assignments assignments;
    private final Groups groups;
    private final Coverages coverages;

    AccountChanges(Devices devices, Assignments assignments, Groups groups, Coverages coverages) {
        this.devices = devices;
        this.assignments = assignments;
        this.groups = groups;
        this.coverages = coverages;
    }

    /** Does nothing where the device is on no account. */
    public void leave(DeviceId id, @Nullable String reason, CommandSession session) {
        leave(id, reason, null, session);
    }

    /** @param successor that takes its place in the groups */
    void leave(DeviceId id, @Nullable String reason, @Nullable DeviceId successor, CommandSession session) {
        var account = devices.hold(id).map(KnownDevice::accountId).orElse(null);
        if (account == null) {
            return;
        }
        session.send(new RemoveFromAccount(id, reason), account);
        for (var assignment : assignments.of(id)) {
            session.send(new UnassignDevice(id, assignment.userId()), account);
            assignments.end(id, assignment.userId());
        }
        groups.lock(account);
        for (var group : groups.with(id)) {
            session.send(new LeaveGroup(group, id, successor), account);
            groups.leave(group, id);
            if (successor != null) {
                groups.join(group, successor);
            }
        }
        devices.place(id, null);
        coverages.refresh(id, session);
    }

    /** The device must have left its former account. */
    public void join(DeviceId id, AccountId account, CommandSession session) {
        devices.hold(id);
        AccountOutcome outcome = session.send(new AddToAccount(id, account), account);
        switch (outcome) {
            case THERE -> devices.place(id, account);
            case ON_ANOTHER_ACCOUNT -> throw Rejected.of(CommonProblem.CONCURRENT_CHANGE);
        }
        coverages.refresh(id, session);
    }
}
