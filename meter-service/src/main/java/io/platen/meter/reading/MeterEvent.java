package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What is stored of a device's register; private to this service. */
public sealed interface MeterEvent {

    DeviceId deviceId();

    @Revision("1")
    record RegisterOpened(
            DeviceId deviceId,
            List<Counter> counters,
            @Nullable Integer ratedMonthlyPages,
            String warningKey) implements MeterEvent {}

    @Revision("1")
    record DeviceClockChanged(DeviceId deviceId, ZoneId zone, LocalDate effectiveOn) implements MeterEvent {}

    /**
     * @param readOn the day the counters were looked at
     * @param submittedOn the day it was handed in, by the device's calendar then
     */
    @Revision("1")
    record ReadSubmitted(
            ReadId readId,
            DeviceId deviceId,
            Counters counters,
            LocalDate readOn,
            LocalDate submittedOn,
            boolean confirmed,
            Instant recordedAt)
            implements MeterEvent {}

    /** @param replaces the remote read of the same day that it supersedes */
    @Revision("1")
    record RemoteCountersRecorded(
            ReadId readId,
            DeviceId deviceId,
            Counters counters,
            LocalDate readOn,
            Instant recordedAt,
            @Nullable ReadId replaces)
            implements MeterEvent {}

    /** @param counters by the name the client used, as far as they were numbers */
    @Revision("1")
    record ReadRejected(
            DeviceId deviceId,
            List<ReadRejection> reasons,
            Map<String, Long> counters,
            LocalDate readOn,
            Counters previous)
            implements MeterEvent {}

    /** The device's own counter runs behind what was accepted. Told once a day. */
    @Revision("1")
    record RemoteCountersRefused(
            DeviceId deviceId, ReadRejection reason, Counters counters, LocalDate readOn, Counters previous)
            implements MeterEvent {}
}
