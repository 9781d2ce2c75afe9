package io.platen.meter.reading;

import io.platen.contracts.billing.MeterCycle;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.ReadId;
import io.platen.meter.reading.MeterCommand.RecordRemoteCounters;
import io.platen.meter.reading.MeterCommand.SubmitRead;
import io.platen.meter.reading.MeterEvent.DeviceClockChanged;
import io.platen.meter.reading.MeterEvent.ReadSubmitted;
import io.platen.meter.reading.MeterEvent.RegisterOpened;
import io.platen.meter.reading.MeterEvent.RemoteCountersRecorded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;

/** One device, its register and a clock that the test sets. */
final class RegisterFixture {

    static final DeviceId DEVICE = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03");
    static final ReadId READ = ReadId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a05");
    static final ReadId EARLIER = ReadId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a04");
    static final ReadId BEFORE_THAT = ReadId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a02");
    static final ContractId CONTRACT = ContractId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a0c");
    static final MeterCorrectionId CORRECTION = MeterCorrectionId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a09");
    static final String KEY = "a key that nobody can guess";
    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    final AggregateTestFixture<MeterRegister> axon = new AggregateTestFixture<>(MeterRegister.class);
    private final ReadableClock clock = new ReadableClock();

    private List<LedgerRead> ledger = List.of();

    RegisterFixture() {
        axon.registerInjectableResource(clock);
        axon.registerInjectableResource((ReadLedger) device -> ledger);
    }

    RegisterFixture at(String instant) {
        clock.now = Instant.parse(instant);
        return this;
    }

    TestExecutor<MeterRegister> given(MeterEvent... events) {
        ledger = ReadLedger.of(Stream.of(events));
        return axon.given(List.of(events));
    }

    static RegisterOpened opened(Counter... counters) {
        return new RegisterOpened(DEVICE, List.of(counters), null, KEY);
    }

    static RegisterOpened rated(int monthlyPages) {
        return new RegisterOpened(DEVICE, List.of(Counter.TOTAL), monthlyPages, KEY);
    }

    static DeviceClockChanged stands(String zone, String from) {
        return new DeviceClockChanged(DEVICE, ZoneId.of(zone), LocalDate.parse(from));
    }

    /** A customer's read, handed in on the day itself. */
    static ReadSubmitted read(String day, Counters counters) {
        return read(EARLIER, day, day, counters);
    }

    static ReadSubmitted read(ReadId id, String readOn, String submittedOn, Counters counters) {
        return new ReadSubmitted(
                id,
                DEVICE,
                counters,
                LocalDate.parse(readOn),
                LocalDate.parse(submittedOn),
                false,
                Instant.parse(submittedOn + "T12:00:00Z"));
    }

    static RemoteCountersRecorded remote(ReadId id, String readOn, Counters counters, @Nullable ReadId replaces) {
        return new RemoteCountersRecorded(
                id, DEVICE, counters, LocalDate.parse(readOn), Instant.parse(readOn + "T06:00:00Z"), replaces);
    }

    static ContractTerm monthly(String start, String end) {
        return cycle(MeterCycle.MONTHLY, start, end);
    }

    static ContractTerm cycle(MeterCycle cycle, String start, String end) {
        return ContractTerm.of(CONTRACT, LocalDate.parse(start), LocalDate.parse(end), cycle);
    }

    static MeterEvent.ScheduleAgreed agreed(ContractTerm term) {
        return new MeterEvent.ScheduleAgreed(DEVICE, term);
    }

    static MeterEvent.ReadScheduled scheduled(String dueOn, String nextStepAt) {
        return new MeterEvent.ReadScheduled(DEVICE, LocalDate.parse(dueOn), Instant.parse(nextStepAt));
    }

    static MeterEvent.DueWindowOpened due(String dueOn, String nextStepAt) {
        var day = LocalDate.parse(dueOn);
        return new MeterEvent.DueWindowOpened(
                DEVICE, day, day.minusDays(5), day.plusDays(5), Instant.parse(nextStepAt));
    }

    static MeterEvent.ReadMissed missed(String dueOn, Counters estimate, int inARow) {
        return new MeterEvent.ReadMissed(DEVICE, LocalDate.parse(dueOn), estimate, inARow);
    }

    static Counters total(long total) {
        return new Counters(Map.of(Counter.TOTAL, total));
    }

    static Counters colour(long total, long colour) {
        return new Counters(Map.of(Counter.TOTAL, total, Counter.COLOUR, colour));
    }

    static SubmitRead submitTotal(long total) {
        return submit(Map.of("total", total), null, null);
    }

    static SubmitRead submitTotal(long total, String readOn) {
        return submit(Map.of("total", total), readOn, null);
    }

    static SubmitRead submit(
            Map<String, @Nullable Long> counters, @Nullable String readOn, @Nullable String warningToken) {
        return new SubmitRead(DEVICE, READ, counters, readOn == null ? null : LocalDate.parse(readOn), warningToken);
    }

    static RecordRemoteCounters reports(String observedAt, Counters counters) {
        return new RecordRemoteCounters(DEVICE, READ, counters, Instant.parse(observedAt));
    }

    /** Stands still between two words of the test. */
    private static final class ReadableClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
