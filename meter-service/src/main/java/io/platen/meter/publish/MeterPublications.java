package io.platen.meter.publish;

import io.platen.contracts.device.Counter;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterReadCorrected;
import io.platen.contracts.meter.MeterReadDue;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.contracts.meter.MeterReadRejected;
import io.platen.contracts.meter.MeterReadScheduled;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.MeterScheduleEnded;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.reading.CounterNames;
import io.platen.meter.reading.Counters;
import io.platen.meter.reading.MeterEvent;
import io.platen.meter.reading.ReadRejection;
import io.platen.platform.publish.PublishedEventMapper;
import io.platen.platform.publish.StoredEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and refusals are everybody's business; the register's own house-keeping is not. */
@Component
class MeterPublications implements PublishedEventMapper {

    @Override
    public List<PublishedEvent> publish(StoredEvent event) {
        return event.payload() instanceof MeterEvent told ? published(told) : List.of();
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
