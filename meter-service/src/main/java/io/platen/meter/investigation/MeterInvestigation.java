package io.platen.meter.investigation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.id.MeterInvestigationId;
import io.platen.meter.investigation.InvestigationCommand.CloseInvestigation;
import io.platen.meter.investigation.InvestigationCommand.OpenInvestigation;
import io.platen.meter.investigation.InvestigationEvent.InvestigationClosed;
import io.platen.meter.investigation.InvestigationEvent.InvestigationOpened;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** It ends once, with a read that was stored or with an explanation alone (MET-32). */
@Aggregate
class MeterInvestigation {

    @AggregateIdentifier
    private @Nullable MeterInvestigationId investigationId;

    private @Nullable InvestigationOpened opened;
    private boolean closed;

    MeterInvestigation() {}

    @CommandHandler
    MeterInvestigation(OpenInvestigation command) {
        apply(new InvestigationOpened(
                command.investigationId(),
                command.number(),
                command.deviceId(),
                command.cause(),
                command.counters(),
                command.readOn(),
                command.comment()));
    }

    /** @return false where it was closed before */
    @CommandHandler
    boolean close(CloseInvestigation command) {
        if (closed) {
            return false;
        }
        var begun = Objects.requireNonNull(opened);
        apply(new InvestigationClosed(
                command.investigationId(), begun.number(), begun.deviceId(), command.readId(), command.explanation()));
        return true;
    }

    @EventSourcingHandler
    void on(InvestigationEvent event) {
        switch (event) {
            case InvestigationOpened begun -> {
                investigationId = begun.investigationId();
                opened = begun;
            }
            case InvestigationClosed ended -> closed = true;
        }
    }
}
