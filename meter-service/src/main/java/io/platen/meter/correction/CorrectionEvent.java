package io.platen.meter.correction;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.ReadId;
import io.platen.meter.reading.Counters;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What is stored of a correction; private to this service. */
public sealed interface CorrectionEvent {

    MeterCorrectionId correctionId();

    @Revision("1")
    record CorrectionRequested(
            MeterCorrectionId correctionId,
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
            implements CorrectionEvent {}

    /** The register holds the right read since the same moment. */
    @Revision("1")
    record CorrectionApproved(MeterCorrectionId correctionId, String number, DeviceId deviceId, String reason)
            implements CorrectionEvent {}

    @Revision("1")
    record CorrectionRejected(MeterCorrectionId correctionId, String number, DeviceId deviceId, String reason)
            implements CorrectionEvent {}
}
