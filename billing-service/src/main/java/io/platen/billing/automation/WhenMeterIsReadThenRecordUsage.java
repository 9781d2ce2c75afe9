package io.platen.billing.automation;

import io.platen.billing.ledger.LedgerRead;
import io.platen.billing.ledger.Reads;
import io.platen.contracts.event.Topic;
import io.platen.contracts.meter.MeterCorrectionRejected;
import io.platen.contracts.meter.MeterCorrectionRequested;
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterEvent;
import io.platen.contracts.meter.MeterInvestigationClosed;
import io.platen.contracts.meter.MeterInvestigationOpened;
import io.platen.contracts.meter.MeterReadCorrected;
import io.platen.contracts.meter.MeterReadDue;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.contracts.meter.MeterReadRejected;
import io.platen.contracts.meter.MeterReadScheduled;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.MeterScheduleEnded;
import io.platen.contracts.meter.MeterUploadCompleted;
import io.platen.contracts.meter.MeterUploadRejected;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A read, its correction, or the estimate where none came in time. What was billed already stays: a credit note is another
 * matter.
 */
@Component
class WhenMeterIsReadThenRecordUsage implements InboxConsumer {

    private final UsageRecording usage;
    private final Reads reads;

    WhenMeterIsReadThenRecordUsage(UsageRecording usage, Reads reads) {
        this.usage = usage;
        this.reads = reads;
    }

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.METER);
    }

    @Override
    public void on(Received received) {
        if (received.event() instanceof MeterEvent event) {
            on(event, received);
        }
    }

    private void on(MeterEvent event, Received received) {
        var cause = received.metadata();
        switch (event) {
            case MeterReadSubmitted read -> usage.record(LedgerRead.of(read), cause);
            case MeterReadMissed missed -> usage.record(LedgerRead.estimated(missed, cause.occurredAt()), cause);
            case MeterReadCorrected corrected -> usage.record(reads.correction(corrected, cause.occurredAt()), cause);
            case MeterCounterReset reset -> reads.reset(reset, cause.eventId());
            case MeterCorrectionRejected none -> {}
            case MeterCorrectionRequested none -> {}
            case MeterInvestigationClosed none -> {}
            case MeterInvestigationOpened none -> {}
            case MeterReadDue none -> {}
            case MeterReadRejected none -> {}
            case MeterReadScheduled none -> {}
            case MeterScheduleEnded none -> {}
            case MeterUploadCompleted none -> {}
            case MeterUploadRejected none -> {}
        }
    }
}
