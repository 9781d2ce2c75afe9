package io.platen.meter.publish;

import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.meter.MeterReadRejected;
import io.platen.contracts.meter.MeterReadSubmitted;
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
                        ReadSource.CUSTOMER,
                        read.confirmed(),
                        read.recordedAt(),
                        null));
            case MeterEvent.RemoteCountersRecorded read ->
                List.of(new MeterReadSubmitted(
                        read.readId(),
                        read.deviceId(),
                        read.counters().pages(),
                        read.readOn(),
                        ReadSource.REMOTE,
                        false,
                        read.recordedAt(),
                        read.replaces()));
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

    private static String code(ReadRejection reason) {
        return reason.name();
    }

    private static Map<String, Long> byName(Counters counters) {
        return counters.pages().entrySet().stream()
                .collect(Collectors.toMap(entry -> CounterNames.nameOf(entry.getKey()), Map.Entry::getValue));
    }
}
