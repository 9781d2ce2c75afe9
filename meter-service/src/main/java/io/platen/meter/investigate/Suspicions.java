package io.platen.meter.investigate;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterInvestigationId;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.meter.directory.Investigations;
import io.platen.meter.investigation.InvestigationCommand.OpenInvestigation;
import io.platen.meter.reading.Counters;
import java.time.LocalDate;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the system notices by itself is looked into, once while it lasts (BEY-11). */
@Component
public class Suspicions {

    private final CommandGateway commands;
    private final Investigations investigations;

    Suspicions(CommandGateway commands, Investigations investigations) {
        this.commands = commands;
        this.investigations = investigations;
    }

    /** In the transaction of what was noticed. */
    public void raise(DeviceId device, InvestigationCause cause, Counters counters, @Nullable LocalDate readOn) {
        if (investigations.open(device, cause).isPresent()) {
            return;
        }
        var investigation = MeterInvestigationId.random();
        var number = investigations.nextNumber();
        commands.sendAndWait(new OpenInvestigation(investigation, number, device, cause, counters, readOn, ""));
        investigations.add(number, investigation, device, cause);
    }
}
