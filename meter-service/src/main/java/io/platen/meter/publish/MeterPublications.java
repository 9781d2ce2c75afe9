package io.platen.meter.publish;

import io.platen.contracts.device.Counter;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.meter.MeterCorrectionRejected;
import io.platen.contracts.meter.MeterCorrectionRequested;
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterInvestigationClosed;
import io.platen.contracts.meter.MeterInvestigationOpened;
import io.platen.contracts.meter.MeterReadCorrected;
import io.platen.contracts.meter.MeterReadDue;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.contracts.meter.MeterReadRejected;
import io.platen.contracts.meter.MeterReadScheduled;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.MeterScheduleEnded;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.correction.CorrectionEvent;
import io.platen.meter.investigation.InvestigationEvent;
import io.platen.meter.reading.CounterNames;
import io.platen.meter.reading.Counters;
import io.platen.meter.reading.MeterEvent;
import io.platen.meter.reading.ReadRejection;
import io.platen.meter.sheet.UploadEvent;
import io.platen.platform.publish.PublishedEventMapper;
import io.platen.platform.publish.StoredEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads, refusals, due dates and what is asked or doubted are everybody's business; the register's own house-keeping is not. */
@Component
class MeterPublications implements PublishedEventMapper {

    @Override
    public List<PublishedEvent> publish(StoredEvent event) {
        return switch (event.payload()) {
            case MeterEvent told -> published(told);
            case CorrectionEvent told -> published(told);
            case InvestigationEvent told -> List.of(published(told));
            case UploadEvent told -> UploadPublications.of(told);
            default -> List.of();
        };
    }

    /** That a correction was approved is told by the register, with the read. */
    private static List<PublishedEvent> published(CorrectionEvent event) {
        return switch (event) {
            case CorrectionEvent.CorrectionRequested asked ->
                List.of(new MeterCorrectionRequested(
                        asked.correctionId(),
                        asked.number(),
                        asked.deviceId(),
                        asked.accountId(),
                        asked.invoiceId(),
                        asked.invoiceNumber(),
                        asked.corrected(),
                        asked.readOn(),
                        asked.counters().pages(),
                        asked.comment()));
            case CorrectionEvent.CorrectionApproved approved -> List.of();
            case CorrectionEvent.CorrectionRejected rejected ->
                List.of(new MeterCorrectionRejected(
                        rejected.correctionId(), rejected.number(), rejected.deviceId(), rejected.reason()));
        };
    }

    private static PublishedEvent published(InvestigationEvent event) {
        return switch (event) {
            case InvestigationEvent.InvestigationOpened opened ->
                new MeterInvestigationOpened(
                        opened.investigationId(),
                        opened.number(),
                        opened.deviceId(),
                        opened.cause(),
                        opened.counters().pages(),
                        opened.readOn(),
                        opened.comment());
            case InvestigationEvent.InvestigationClosed closed ->
                new MeterInvestigationClosed(
                        closed.investigationId(),
                        closed.number(),
                        closed.deviceId(),
                        closed.readId(),
                        closed.explanation());
        };
    }

    private static List<PublishedEvent> published(MeterEvent event) {
        return switch (event) {
            case MeterEvent.RegisterOpened opened -> List.of();
            case MeterEvent.DeviceClockChanged moved -> List.of();
            case MeterEvent.ReadSubmitted read ->
                List.of(new MeterReadSubmitted(
                        read.readId(),
                        read.deviceId(),
                        read.counters().pages(),
                        read.readOn(),
                        read.from(),
                        read.confirmed(),
                        read.recordedAt(),
                        null,
                        pagesOf(read.billingMeter()),
                        read.reason()));
            case MeterEvent.RemoteCountersRecorded read ->
                List.of(new MeterReadSubmitted(
                        read.readId(),
                        read.deviceId(),
                        read.counters().pages(),
                        read.readOn(),
                        ReadSource.REMOTE,
                        false,
                        read.recordedAt(),
                        read.replaces(),
                        pagesOf(read.billingMeter()),
                        null));
            case MeterEvent.CountersReset reset ->
                List.of(new MeterCounterReset(
                        reset.deviceId(),
                        reset.resetOn(),
                        reset.oldCounters().pages(),
                        reset.newCounters().pages(),
                        reset.reason()));
            case MeterEvent.ReadCorrected read ->
                List.of(new MeterReadCorrected(
                        read.deviceId(),
                        read.corrected() == null ? read.readId() : read.corrected(),
                        read.readId(),
                        read.readOn(),
                        read.counters().pages(),
                        read.billingMeter().pages(),
                        read.previous().pages(),
                        read.correctionId(),
                        read.number(),
                        read.reason()));
            case MeterEvent.ScheduleAgreed agreed -> List.of();
            case MeterEvent.ScheduleShortened shortened -> List.of();
            case MeterEvent.ReadScheduled scheduled ->
                List.of(new MeterReadScheduled(scheduled.deviceId(), scheduled.dueOn()));
            case MeterEvent.DueWindowOpened opened ->
                List.of(new MeterReadDue(opened.deviceId(), opened.dueOn(), opened.opensOn(), opened.closesOn()));
            case MeterEvent.NextStepMoved moved -> List.of();
            case MeterEvent.ReadMissed missed ->
                List.of(new MeterReadMissed(
                        missed.deviceId(), missed.dueOn(), missed.estimate().pages(), missed.missedInARow()));
            case MeterEvent.ScheduleEnded ended ->
                ended.told() ? List.of(new MeterScheduleEnded(ended.deviceId())) : List.of();
            case MeterEvent.ReadRejected rejected ->
                List.of(new MeterReadRejected(
                        rejected.deviceId(),
                        code(rejected.reasons().getFirst()),
                        rejected.counters(),
                        rejected.readOn(),
                        rejected.previous().pages()));
            case MeterEvent.RemoteCountersRefused refused ->
                List.of(new MeterReadRejected(
                        refused.deviceId(),
                        code(refused.reason()),
                        byName(refused.counters()),
                        refused.readOn(),
                        refused.previous().pages()));
        };
    }

    private static @Nullable Map<Counter, Long> pagesOf(@Nullable Counters counters) {
        return counters == null ? null : counters.pages();
    }

    private static String code(ReadRejection reason) {
        return reason.name();
    }

    private static Map<String, Long> byName(Counters counters) {
        return counters.pages().entrySet().stream()
                .collect(Collectors.toMap(entry -> CounterNames.nameOf(entry.getKey()), Map.Entry::getValue));
    }
}
