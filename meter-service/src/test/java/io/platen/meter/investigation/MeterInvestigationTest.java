package io.platen.meter.investigation;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterInvestigationId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.meter.investigation.InvestigationCommand.CloseInvestigation;
import io.platen.meter.investigation.InvestigationCommand.OpenInvestigation;
import io.platen.meter.investigation.InvestigationEvent.InvestigationClosed;
import io.platen.meter.investigation.InvestigationEvent.InvestigationOpened;
import io.platen.meter.reading.Counters;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** MET-31, MET-32: it ends once, with a read or with an explanation. */
public class MeterInvestigationTest {

    private static final MeterInvestigationId ID = MeterInvestigationId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a0e");
    private static final DeviceId DEVICE = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03");
    private static final ReadId READ = ReadId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a05");
    private static final Counters CLAIMED = new Counters(Map.of(Counter.TOTAL, 1100L));
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    public static final InvestigationOpened OPENED = new InvestigationOpened(
            ID, "MI-0000001", DEVICE, InvestigationCause.CUSTOMER_REFUSED, CLAIMED, DAY, "Says it shows less");
    public static final InvestigationClosed CLOSED =
            new InvestigationClosed(ID, "MI-0000001", DEVICE, READ, "Read together by phone");

    private final AggregateTestFixture<MeterInvestigation> investigation =
            new AggregateTestFixture<>(MeterInvestigation.class);

    @Test
    void itKeepsWhatIsClaimed() {
        investigation
                .givenNoPriorActivity()
                .when(new OpenInvestigation(
                        ID,
                        "MI-0000001",
                        DEVICE,
                        InvestigationCause.CUSTOMER_REFUSED,
                        CLAIMED,
                        DAY,
                        "Says it shows less"))
                .expectEvents(OPENED);
    }

    @Test
    void itIsClosedOnce() {
        investigation
                .given(OPENED)
                .when(new CloseInvestigation(ID, "Read together by phone", READ))
                .expectEvents(CLOSED)
                .expectResultMessagePayload(true);
        investigation
                .given(OPENED, CLOSED)
                .when(new CloseInvestigation(ID, "Again", null))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void anExplanationIsEnough() {
        investigation
                .given(OPENED)
                .when(new CloseInvestigation(ID, "The old counter was meant", null))
                .expectEvents(new InvestigationClosed(ID, "MI-0000001", DEVICE, null, "The old counter was meant"));
    }
}
