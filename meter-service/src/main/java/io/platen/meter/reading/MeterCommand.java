package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.ReadSource;
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

    /**
     * @param warningKey secret and random, for the tokens of doubtful reads
     * @param counterDigits after which the model's counters begin again at zero
     */
    record OpenRegister(
            @TargetAggregateIdentifier DeviceId deviceId,
            List<Counter> counters,
            @Nullable Integer ratedMonthlyPages,
            String warningKey,
            @Nullable Integer counterDigits)
            implements MeterCommand {

        /** Of a model that does not tell where its counters begin again. */
        public OpenRegister(
                DeviceId deviceId, List<Counter> counters, @Nullable Integer ratedMonthlyPages, String warningKey) {
            this(deviceId, counters, ratedMonthlyPages, warningKey, null);
        }
    }

    record MoveDevice(@TargetAggregateIdentifier DeviceId deviceId, ZoneId zone, LocalDate effectiveOn)
            implements MeterCommand {}

    /**
     * A read that a customer typed in, or told by phone.
     *
     * @param counters by the name the client used; null where the value is no whole number
     * @param readOn a day of the device's calendar; today where null
     * @param reason why it is taken although the day has its read already; staff alone may say
     */
    record SubmitRead(
            @TargetAggregateIdentifier DeviceId deviceId,
            ReadId readId,
            Map<String, @Nullable Long> counters,
            @Nullable LocalDate readOn,
            @Nullable String warningToken,
            ReadSource source,
            @Nullable String reason)
            implements MeterCommand {

        /** A customer's. */
        public SubmitRead(
                DeviceId deviceId,
                ReadId readId,
                Map<String, @Nullable Long> counters,
                @Nullable LocalDate readOn,
                @Nullable String warningToken) {
            this(deviceId, readId, counters, readOn, warningToken, ReadSource.CUSTOMER, null);
        }
    }

    /** What stood on the machine when it was put up or taken away; an engineer looked. */
    record RecordEngineerRead(
            @TargetAggregateIdentifier DeviceId deviceId, ReadId readId, Counters counters, LocalDate readOn)
            implements MeterCommand {}

    /**
     * Counters were replaced or set back.
     *
     * @param oldCounters by the name the client used, what they showed last
     * @param newCounters by the same names, what they show since
     * @param resetOn a day of the device's calendar; today where null
     */
    record ResetCounters(
            @TargetAggregateIdentifier DeviceId deviceId,
            Map<String, @Nullable Long> oldCounters,
            Map<String, @Nullable Long> newCounters,
            @Nullable LocalDate resetOn,
            String reason)
            implements MeterCommand {}

    /** Reads are due by this contract, from that day on. */
    record ScheduleReads(@TargetAggregateIdentifier DeviceId deviceId, ContractTerm term, Instant agreedAt)
            implements MeterCommand {}

    /** The contract covers the device no longer than that day. */
    record ShortenSchedule(@TargetAggregateIdentifier DeviceId deviceId, ContractId contractId, LocalDate lastDay)
            implements MeterCommand {}

    /** The device has left its account. */
    record EndSchedule(@TargetAggregateIdentifier DeviceId deviceId, Instant leftAt) implements MeterCommand {}

    /** Opens the window of the item that waits, or closes it as missed, where the device's calendar says so. */
    record KeepSchedule(@TargetAggregateIdentifier DeviceId deviceId) implements MeterCommand {}

    /**
     * Whether that read could stand in the place of one; changes nothing.
     *
     * @param corrected none where an estimate was invoiced
     * @param counters by the name the client used
     */
    record CheckCorrection(
            @TargetAggregateIdentifier DeviceId deviceId,
            @Nullable ReadId corrected,
            Map<String, @Nullable Long> counters,
            LocalDate readOn)
            implements MeterCommand {}

    /**
     * Puts the approved read in the place of the invoiced one.
     *
     * @param corrected none where an estimate was invoiced
     * @param invoicedOn the day of the invoiced read
     * @param invoiced what was invoiced, on the billing meter
     */
    record ApplyCorrection(
            @TargetAggregateIdentifier DeviceId deviceId,
            ReadId readId,
            @Nullable ReadId corrected,
            LocalDate invoicedOn,
            Counters invoiced,
            Counters counters,
            LocalDate readOn,
            MeterCorrectionId correctionId,
            String number,
            String reason)
            implements MeterCommand {}

    /** What the device told by itself; it may count other things than its model's contract asks for. */
    record RecordRemoteCounters(
            @TargetAggregateIdentifier DeviceId deviceId, ReadId readId, Counters reported, Instant observedAt)
            implements MeterCommand {}
}
