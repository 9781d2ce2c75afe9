package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a device's register. */
public sealed interface MeterCommand {

    DeviceId deviceId();

    /** @param warningKey secret and random, for the tokens of doubtful reads */
    record OpenRegister(
            @TargetAggregateIdentifier DeviceId deviceId,
            List<Counter> counters,
            @Nullable Integer ratedMonthlyPages,
            String warningKey)
            implements MeterCommand {}

    record MoveDevice(@TargetAggregateIdentifier DeviceId deviceId, ZoneId zone, LocalDate effectiveOn)
            implements MeterCommand {}

    /**
     * A read that a customer typed in.
     *
     * @param counters by the name the client used; null where the value is no whole number
     * @param readOn a day of the device's calendar; today where null
     */
    record SubmitRead(
            @TargetAggregateIdentifier DeviceId deviceId,
            ReadId readId,
            Map<String, @Nullable Long> counters,
            @Nullable LocalDate readOn,
            @Nullable String warningToken)
            implements MeterCommand {}

    /** What the device told by itself; it may count other things than its model's contract asks for. */
    record RecordRemoteCounters(
            @TargetAggregateIdentifier DeviceId deviceId, ReadId readId, Counters reported, Instant observedAt)
            implements MeterCommand {}
}
