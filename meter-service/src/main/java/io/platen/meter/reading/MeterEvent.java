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
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What is stored of a device's register; private to this service. */
public sealed interface MeterEvent {

    DeviceId deviceId();

    /** A read that is in the history from now on. */
    sealed interface AcceptedRead extends MeterEvent permits ReadSubmitted, RemoteCountersRecorded {

        ReadId readId();

        LocalDate readOn();

        Counters counters();
    }

    @Revision("1")
    record RegisterOpened(
            DeviceId deviceId,
            List<Counter> counters,
            @Nullable Integer ratedMonthlyPages,
            String warningKey,
            @Nullable Integer counterDigits)
            implements MeterEvent {

        /** Of a model that does not tell where its counters begin again. */
        public RegisterOpened(
                DeviceId deviceId, List<Counter> counters, @Nullable Integer ratedMonthlyPages, String warningKey) {
            this(deviceId, counters, ratedMonthlyPages, warningKey, null);
        }
    }

    @Revision("1")
    record DeviceClockChanged(DeviceId deviceId, ZoneId zone, LocalDate effectiveOn) implements MeterEvent {}

    /**
     * @param readOn the day the counters were looked at
     * @param submittedOn the day it was handed in, by the device's calendar then
     * @param source a customer typed it in where it is absent
     * @param reason why it was taken although the day had its read, where that was so
     * @param billingMeter where it differs from what the counters show
     */
    @Revision("1")
    record ReadSubmitted(
            ReadId readId,
            DeviceId deviceId,
            Counters counters,
            LocalDate readOn,
            LocalDate submittedOn,
            boolean confirmed,
            Instant recordedAt,
            @Nullable ReadSource source,
            @Nullable String reason,
            @Nullable Counters billingMeter)
            implements AcceptedRead {

        /** A customer's, of counters that were never replaced. */
        public ReadSubmitted(
                ReadId readId,
                DeviceId deviceId,
                Counters counters,
                LocalDate readOn,
                LocalDate submittedOn,
                boolean confirmed,
                Instant recordedAt) {
            this(readId, deviceId, counters, readOn, submittedOn, confirmed, recordedAt, null, null, null);
        }

        public ReadSource from() {
            return source == null ? ReadSource.CUSTOMER : source;
        }
    }

    /**
     * @param replaces the remote read of the same day that it supersedes
     * @param billingMeter where it differs from what the counters show
     */
    @Revision("1")
    record RemoteCountersRecorded(
            ReadId readId,
            DeviceId deviceId,
            Counters counters,
            LocalDate readOn,
            Instant recordedAt,
            @Nullable ReadId replaces,
            @Nullable Counters billingMeter)
            implements AcceptedRead {

        /** Of counters that were never replaced. */
        public RemoteCountersRecorded(
                ReadId readId,
                DeviceId deviceId,
                Counters counters,
                LocalDate readOn,
                Instant recordedAt,
                @Nullable ReadId replaces) {
            this(readId, deviceId, counters, readOn, recordedAt, replaces, null);
        }
    }

    /** @param counters by the name the client used, as far as they were numbers */
    @Revision("1")
    record ReadRejected(
            DeviceId deviceId,
            List<ReadRejection> reasons,
            Map<String, Long> counters,
            LocalDate readOn,
            Counters previous)
            implements MeterEvent {}

    /**
     * From that day on the machine shows the new values in the place of the old ones; the billing meter goes on.
     *
     * @param resetOn a day of the device's calendar
     * @param oldCounters what the counters showed last
     */
    @Revision("1")
    record CountersReset(
            DeviceId deviceId, LocalDate resetOn, Counters oldCounters, Counters newCounters, String reason)
            implements MeterEvent {}

    /**
     * An approved correction puts another read in the place of one, which stays known.
     *
     * @param corrected the read that it replaces; none where an estimate was invoiced
     * @param correctedOn the day of that read
     * @param previous what it showed
     * @param besides what other reads of its day showed, on the billing meter
     * @param source of the read that it replaces
     */
    @Revision("1")
    record ReadCorrected(
            ReadId readId,
            DeviceId deviceId,
            @Nullable ReadId corrected,
            LocalDate correctedOn,
            Counters previous,
            Counters besides,
            LocalDate readOn,
            ReadSource source,
            Counters counters,
            Counters billingMeter,
            MeterCorrectionId correctionId,
            String number,
            String reason)
            implements MeterEvent {}

    /** Reads of the device are due by that contract. */
    @Revision("1")
    record ScheduleAgreed(DeviceId deviceId, ContractTerm term) implements MeterEvent {}

    /**
     * The contract ends before its time.
     *
     * @param from the first day on which a read may still be due by it
     */
    @Revision("1")
    record ScheduleShortened(DeviceId deviceId, ContractId contractId, LocalDate lastDay, LocalDate from)
            implements MeterEvent {}

    /** @param nextStepAt when the item opens */
    @Revision("1")
    record ReadScheduled(DeviceId deviceId, LocalDate dueOn, Instant nextStepAt) implements MeterEvent {}

    /** @param nextStepAt when the item has to be closed if no read comes */
    @Revision("1")
    record DueWindowOpened(
            DeviceId deviceId, LocalDate dueOn, LocalDate opensOn, LocalDate closesOn, Instant nextStepAt)
            implements MeterEvent {}

    /** The device's days begin at other times, where it was moved. */
    @Revision("1")
    record NextStepMoved(DeviceId deviceId, Instant nextStepAt) implements MeterEvent {}

    /** @param estimate where the billing meter should stand by then, as far as something can be expected */
    @Revision("1")
    record ReadMissed(DeviceId deviceId, LocalDate dueOn, Counters estimate, int missedInARow) implements MeterEvent {}

    /**
     * Nothing is due any more.
     *
     * @param leftAt when the device left its account, with which all its contracts end for it
     * @param told whether others counted on reads being scheduled
     */
    @Revision("1")
    record ScheduleEnded(DeviceId deviceId, @Nullable Instant leftAt, boolean told) implements MeterEvent {}

    /** The device's own counter runs behind what was accepted. Told once a day. */
    @Revision("1")
    record RemoteCountersRefused(
            DeviceId deviceId, ReadRejection reason, Counters counters, LocalDate readOn, Counters previous)
            implements MeterEvent {}
}
