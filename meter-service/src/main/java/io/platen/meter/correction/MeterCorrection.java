package io.platen.meter.correction;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.id.MeterCorrectionId;
import io.platen.meter.correction.CorrectionCommand.ApproveCorrection;
import io.platen.meter.correction.CorrectionCommand.RejectCorrection;
import io.platen.meter.correction.CorrectionCommand.RequestCorrection;
import io.platen.meter.correction.CorrectionEvent.CorrectionApproved;
import io.platen.meter.correction.CorrectionEvent.CorrectionRejected;
import io.platen.meter.correction.CorrectionEvent.CorrectionRequested;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A request to correct an invoiced read; it is decided once (D-42). */
@Aggregate
class MeterCorrection {

    @AggregateIdentifier
    private @Nullable MeterCorrectionId correctionId;

    private @Nullable CorrectionRequested request;
    private boolean decided;

    MeterCorrection() {}

    @CommandHandler
    MeterCorrection(RequestCorrection command) {
        apply(new CorrectionRequested(
                command.correctionId(),
                command.number(),
                command.deviceId(),
                command.accountId(),
                command.invoiceId(),
                command.invoiceNumber(),
                command.corrected(),
                command.invoicedOn(),
                command.invoiced(),
                command.readOn(),
                command.counters(),
                command.comment()));
    }

    @CommandHandler
    CorrectionVerdict approve(ApproveCorrection command) {
        var asked = Objects.requireNonNull(request);
        if (decided) {
            return new CorrectionVerdict.AlreadyDecided();
        }
        apply(new CorrectionApproved(command.correctionId(), asked.number(), asked.deviceId(), command.reason()));
        return new CorrectionVerdict.Decided(asked);
    }

    @CommandHandler
    CorrectionVerdict reject(RejectCorrection command) {
        var asked = Objects.requireNonNull(request);
        if (decided) {
            return new CorrectionVerdict.AlreadyDecided();
        }
        apply(new CorrectionRejected(command.correctionId(), asked.number(), asked.deviceId(), command.reason()));
        return new CorrectionVerdict.Decided(asked);
    }

    @EventSourcingHandler
    void on(CorrectionEvent event) {
        switch (event) {
            case CorrectionRequested requested -> {
                correctionId = requested.correctionId();
                request = requested;
            }
            case CorrectionApproved approved -> decided = true;
            case CorrectionRejected rejected -> decided = true;
        }
    }
}
