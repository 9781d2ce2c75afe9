package io.platen.meter.correction;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.ReadId;
import io.platen.meter.reading.Counters;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a correction. */
public sealed interface CorrectionCommand {

    MeterCorrectionId correctionId();

    /**
     * @param corrected the invoiced read; none where an estimate was invoiced
     * @param invoicedOn the day up to which the line goes
     * @param invoiced the billing meter on that day, as it was invoiced
     * @param readOn the day of the right read
     */
    record RequestCorrection(
            @TargetAggregateIdentifier MeterCorrectionId correctionId,
            String number,
            DeviceId deviceId,
            AccountId accountId,
            InvoiceId invoiceId,
            String invoiceNumber,
            @Nullable ReadId corrected,
            LocalDate invoicedOn,
            Counters invoiced,
            LocalDate readOn,
            Counters counters,
            String comment)
            implements CorrectionCommand {}

    record ApproveCorrection(@TargetAggregateIdentifier MeterCorrectionId correctionId, String reason)
            implements CorrectionCommand {}

    record RejectCorrection(@TargetAggregateIdentifier MeterCorrectionId correctionId, String reason)
            implements CorrectionCommand {}
}
