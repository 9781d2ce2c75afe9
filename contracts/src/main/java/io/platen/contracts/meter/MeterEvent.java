package io.platen.contracts.meter;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;

/** What meter-service tells. */
public sealed interface MeterEvent extends PublishedEvent
        permits MeterCorrectionRejected,
                MeterCorrectionRequested,
                MeterCounterReset,
                MeterInvestigationClosed,
                MeterInvestigationOpened,
                MeterReadCorrected,
                MeterReadDue,
                MeterReadMissed,
                MeterReadRejected,
                MeterReadScheduled,
                MeterReadSubmitted,
                MeterScheduleEnded,
                MeterUploadCompleted,
                MeterUploadRejected {

    @Override
    default Topic topic() {
        return Topic.METER;
    }
}
