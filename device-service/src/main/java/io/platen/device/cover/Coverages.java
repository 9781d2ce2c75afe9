package io.platen.device.cover;

import io.platen.contracts.id.DeviceId;
import io.platen.device.directory.ContractBook;
import io.platen.device.directory.Devices;
import io.platen.device.machine.DeviceCommand.ApplyCoverage;
import io.platen.platform.command.CommandSession;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What covers a device today; the device says itself whether that is news. */
@Component
public class Coverages {

    private final Devices devices;
    private final ContractBook contracts;
    private final Clock clock;

    Coverages(Devices devices, ContractBook contracts, Clock clock) {
        this.devices = devices;
        this.contracts = contracts;
        this.clock = clock;
    }

    /**
     * Looks, and notes when something may be different. The lock makes one who has just written a contract wait for
     * another, and then see both.
     */
    public void refresh(DeviceId id, CommandSession session) {
        var held = devices.hold(id);
        if (held.isEmpty()) {
            contracts.forgetDue(id);
            return;
        }
        var device = held.get();
        var today = LocalDate.ofInstant(clock.instant(), device.zone());
        var known = contracts.of(id);
        session.send(new ApplyCoverage(id, known.coverage(device.accountId(), today)), device.accountId());
        known.nextChange(today)
                .ifPresentOrElse(
                        day -> contracts.dueAt(
                                id, day.atStartOfDay(device.zone()).toInstant()),
                        () -> contracts.forgetDue(id));
    }
}
