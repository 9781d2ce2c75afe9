package io.platen.meter.correction;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.ReadId;
import io.platen.meter.correction.CorrectionCommand.ApproveCorrection;
import io.platen.meter.correction.CorrectionCommand.RejectCorrection;
import io.platen.meter.correction.CorrectionCommand.RequestCorrection;
import io.platen.meter.correction.CorrectionEvent.CorrectionApproved;
import io.platen.meter.correction.CorrectionEvent.CorrectionRejected;
import io.platen.meter.correction.CorrectionEvent.CorrectionRequested;
import io.platen.meter.reading.Counters;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** MET-30: decided once. */
public class MeterCorrectionTest {

    public static final MeterCorrectionId ID = MeterCorrectionId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a09");
    private static final DeviceId DEVICE = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03");
    private static final Counters INVOICED = new Counters(Map.of(Counter.TOTAL, 1324L));
    private static final Counters RIGHT = new Counters(Map.of(Counter.TOTAL, 1234L));
    private static final LocalDate DAY = LocalDate.parse("2026-10-31");

    public static final CorrectionRequested REQUESTED = new CorrectionRequested(
            ID,
            "MC-0000001",
            DEVICE,
            AccountId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a01"),
            InvoiceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a0d"),
            "2026-000017",
            ReadId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a05"),
            DAY,
            INVOICED,
            DAY.minusDays(1),
            RIGHT,
            "Two digits swapped");
    public static final CorrectionApproved APPROVED =
            new CorrectionApproved(ID, "MC-0000001", DEVICE, "The photo shows it");
    public static final CorrectionRejected REJECTED =
            new CorrectionRejected(ID, "MC-0000001", DEVICE, "The machine reported the same");

    private final AggregateTestFixture<MeterCorrection> correction = new AggregateTestFixture<>(MeterCorrection.class);

    @Test
    void aRequestKeepsWhatWasInvoicedAndWhatIsRight() {
        correction
                .givenNoPriorActivity()
                .when(new RequestCorrection(
                        ID,
                        "MC-0000001",
                        DEVICE,
                        REQUESTED.accountId(),
                        REQUESTED.invoiceId(),
                        "2026-000017",
                        REQUESTED.corrected(),
                        DAY,
                        INVOICED,
                        DAY.minusDays(1),
                        RIGHT,
                        "Two digits swapped"))
                .expectEvents(REQUESTED);
    }

    @Test
    void itIsApprovedOnce() {
        var approve = new ApproveCorrection(ID, "The photo shows it");
        correction
                .given(REQUESTED)
                .when(approve)
                .expectEvents(APPROVED)
                .expectResultMessagePayload(new CorrectionVerdict.Decided(REQUESTED));
        correction
                .given(REQUESTED, APPROVED)
                .when(approve)
                .expectNoEvents()
                .expectResultMessagePayload(new CorrectionVerdict.AlreadyDecided());
        correction
                .given(REQUESTED, REJECTED)
                .when(approve)
                .expectNoEvents()
                .expectResultMessagePayload(new CorrectionVerdict.AlreadyDecided());
    }

    @Test
    void itIsRejectedOnce() {
        var reject = new RejectCorrection(ID, "The machine reported the same");
        correction
                .given(REQUESTED)
                .when(reject)
                .expectEvents(REJECTED)
                .expectResultMessagePayload(new CorrectionVerdict.Decided(REQUESTED));
        correction
                .given(REQUESTED, REJECTED)
                .when(reject)
                .expectNoEvents()
                .expectResultMessagePayload(new CorrectionVerdict.AlreadyDecided());
        correction
                .given(REQUESTED, APPROVED)
                .when(reject)
                .expectNoEvents()
                .expectResultMessagePayload(new CorrectionVerdict.AlreadyDecided());
    }
}
