package io.platen.billing.ledger;

import static io.platen.contracts.device.Counter.COLOUR;
import static io.platen.contracts.device.Counter.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.billing.contract.DayRead;
import io.platen.billing.contract.Meter;
import io.platen.billing.contract.ReadsAround;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.DeviceReplaced;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterCorrectionId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.MeterCounterReset;
import io.platen.contracts.meter.MeterReadCorrected;
import io.platen.contracts.meter.MeterReadMissed;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.platform.testing.PlatenIT;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which of many reads counts, in whatever order they were written. */
@PlatenIT
class ReadsIT {

    private static final String DAY = "2026-11-10";

    private final DeviceId device = DeviceId.random();
    private final List<MeterReadSubmitted> coming = new ArrayList<>();

    @Autowired
    private Reads reads;

    @RepeatedTest(5)
    void ofADayTheBestSourceCounts(RepetitionInfo repetition) {
        read(ReadSource.CUSTOMER, DAY, 9, 1400);
        read(ReadSource.ENGINEER, DAY, 10, 1000);
        read(ReadSource.REMOTE, DAY, 11, 1300);
        read(ReadSource.PHONE, DAY, 12, 1500);
        read(ReadSource.ESTIMATE, DAY, 13, 1600);

        write(repetition);

        assertThat(last(TOTAL)).isEqualTo(at(DAY, 1000));
        assertThat(reads.isOutranked(LedgerRead.of(coming.getFirst()), TOTAL)).isTrue();
        assertThat(coming.stream().filter(read -> !reads.isOutranked(LedgerRead.of(read), TOTAL)))
                .singleElement()
                .extracting(MeterReadSubmitted::source)
                .isEqualTo(ReadSource.ENGINEER);
    }

    /** On the phone or typed: it is a person who read it, and the later one counts. */
    @RepeatedTest(5)
    void whatIsToldOnThePhoneIsTheCustomersWord(RepetitionInfo repetition) {
        read(ReadSource.PHONE, DAY, 9, 1400);
        read(ReadSource.CUSTOMER, DAY, 10, 1450);
        write(repetition);
        assertThat(last(TOTAL)).isEqualTo(at(DAY, 1450));

        read(ReadSource.PHONE, DAY, 11, 1500);
        write(repetition);
        assertThat(last(TOTAL)).isEqualTo(at(DAY, 1500));

        read(ReadSource.REMOTE, DAY, 8, 1300);
        write(repetition);
        assertThat(last(TOTAL)).as("until the machine itself has told").isEqualTo(at(DAY, 1300));
    }

    @Test
    void anEstimateCountsUntilSomebodyHasRead() {
        var missed = new MeterReadMissed(device, LocalDate.parse(DAY), Map.of(TOTAL, 1234L), 1);
        reads.add(LedgerRead.estimated(missed, Instant.parse("2026-11-16T09:00:00Z")));
        reads.add(LedgerRead.estimated(missed, Instant.parse("2026-11-17T09:00:00Z")));
        assertThat(last(TOTAL)).isEqualTo(new DayRead(LocalDate.parse(DAY), 1234, true));

        reads.add(LedgerRead.of(read(ReadSource.CUSTOMER, DAY, 9, 1200)));
        assertThat(last(TOTAL)).isEqualTo(at(DAY, 1200));
    }

    @Test
    void aCorrectionIsWorthWhatItCorrects() {
        var wrong = read(ReadSource.REMOTE, DAY, 9, 11_000);
        read(ReadSource.CUSTOMER, DAY, 12, 1050);
        coming.forEach(read -> reads.add(LedgerRead.of(read)));

        reads.add(reads.correction(corrected(wrong.readId(), ReadId.random()), Instant.parse("2026-11-20T09:00:00Z")));

        assertThat(last(TOTAL)).as("what is billed, not what is shown").isEqualTo(at(DAY, 1100));
        assertThat(last(COLOUR)).as("of which it says nothing").isEqualTo(at(DAY, 1));
    }

    @Test
    void aCorrectionOfAnEstimateReplacesNoRead() {
        reads.add(LedgerRead.estimated(
                new MeterReadMissed(device, LocalDate.parse(DAY), Map.of(TOTAL, 1234L), 1),
                Instant.parse("2026-11-16T09:00:00Z")));
        var read = ReadId.random();

        reads.add(reads.correction(corrected(read, read), Instant.parse("2026-11-20T09:00:00Z")));

        assertThat(last(TOTAL)).isEqualTo(at(DAY, 1100));
    }

    private MeterReadCorrected corrected(ReadId wrong, ReadId right) {
        return new MeterReadCorrected(
                device,
                wrong,
                right,
                LocalDate.parse(DAY),
                Map.of(TOTAL, 100L),
                Map.of(TOTAL, 1100L),
                Map.of(TOTAL, 11_000L),
                new MeterCorrectionId(UUID.randomUUID()),
                "MC-0000001",
                "Mistyped");
    }

    /** Shown 200 after a reset at 5 000: 5 200 are billed, of the old machine as of the new one. */
    @Test
    void whatAReplacedMachineShowedIsBilledOverItsResets() {
        var next = DeviceId.random();
        reads.reset(reset(device, "2026-10-01", 4000, 0), "one");
        reads.reset(reset(device, "2026-10-02", 1500, 500), "two");
        reads.reset(reset(device, "2026-10-02", 1500, 500), "two");
        reads.reset(reset(device, "2026-11-11", 700, 0), "later");
        reads.reset(reset(next, "2026-10-01", 30, 0), "next");
        var replaced = new DeviceReplaced(
                device,
                next,
                AccountId.random(),
                LocalDate.parse(DAY),
                Map.of(TOTAL, 200L),
                Map.of(TOTAL, 7L, COLOUR, 3L));

        var both = reads.ofReplacement(replaced, Instant.parse("2026-11-10T09:00:00Z"));
        both.forEach(reads::add);
        reads.add(LedgerRead.of(read(ReadSource.ENGINEER, DAY, 18, 9999)));

        assertThat(last(TOTAL)).isEqualTo(at(DAY, 5200));
        assertThat(reads.around(List.of(next), List.of(TOTAL), LocalDate.parse(DAY), LocalDate.parse(DAY)))
                .containsExactly(Map.entry(new Meter(next, TOTAL), new ReadsAround(null, at(DAY, 37), at(DAY, 37))));
    }

    private static MeterCounterReset reset(DeviceId device, String day, long old, long now) {
        return new MeterCounterReset(
                device, LocalDate.parse(day), Map.of(TOTAL, old), Map.of(TOTAL, now), "New counter");
    }

    @RepeatedTest(5)
    void ofOneSourceTheLaterCountsAndWhatIsReplacedDoesNot(RepetitionInfo repetition) {
        read(ReadSource.CUSTOMER, DAY, 9, 1000);
        read(ReadSource.CUSTOMER, DAY, 10, 1100);
        write(repetition);
        assertThat(last(TOTAL)).isEqualTo(at(DAY, 1100));

        coming.clear();
        var first = read(ReadSource.REMOTE, DAY, 11, 1200);
        var second = replacing(first, 10, Map.of(TOTAL, 1250L));
        replacing(second, 9, Map.of(TOTAL, 1240L));
        write(repetition);
        assertThat(last(TOTAL)).as("though its clock was behind").isEqualTo(at(DAY, 1240));
        assertThat(last(COLOUR)).as("of which the later ones say nothing").isEqualTo(at(DAY, 1));
    }

    @Test
    void readsAreFoundOnBothSidesOfAPeriod() {
        read(ReadSource.CUSTOMER, "2026-10-01", 9, 100);
        read(ReadSource.CUSTOMER, "2026-10-31", 9, 200);
        read(ReadSource.CUSTOMER, "2026-11-01", 9, 300);
        read(ReadSource.CUSTOMER, "2026-11-15", 9, 400);
        read(ReadSource.CUSTOMER, "2026-11-30", 9, 500);
        read(ReadSource.CUSTOMER, "2026-12-01", 9, 600);
        coming.forEach(read -> reads.add(LedgerRead.of(read)));
        coming.forEach(read -> reads.add(LedgerRead.of(read)));

        assertThat(around("2026-11-01", "2026-11-30", TOTAL))
                .isEqualTo(new ReadsAround(at("2026-10-31", 200), at("2026-11-01", 300), at("2026-11-30", 500)));
        assertThat(around("2026-11-02", "2026-11-14", TOTAL))
                .isEqualTo(new ReadsAround(at("2026-11-01", 300), null, at("2026-11-01", 300)));
        assertThat(around("2026-09-01", "2026-10-01", TOTAL))
                .isEqualTo(new ReadsAround(null, at("2026-10-01", 100), at("2026-10-01", 100)));
        assertThat(around("2026-09-01", "2026-09-30", TOTAL)).isEqualTo(ReadsAround.NONE);
        assertThat(around("2026-11-01", "2026-11-30", Counter.BLACK_WHITE)).isEqualTo(ReadsAround.NONE);
    }

    private void write(RepetitionInfo repetition) {
        var shuffled = new ArrayList<>(coming);
        Collections.shuffle(shuffled, new Random(repetition.getCurrentRepetition()));
        shuffled.forEach(read -> reads.add(LedgerRead.of(read)));
    }

    private @Nullable DayRead last(Counter counter) {
        return around(DAY, DAY, counter).last();
    }

    private ReadsAround around(String from, String until, Counter counter) {
        return reads.around(List.of(device), List.of(counter), LocalDate.parse(from), LocalDate.parse(until))
                .getOrDefault(new Meter(device, counter), ReadsAround.NONE);
    }

    private static DayRead at(String day, long pages) {
        return new DayRead(LocalDate.parse(day), pages);
    }

    private MeterReadSubmitted read(ReadSource source, String day, int hour, long total) {
        return add(source, day, hour, Map.of(TOTAL, total, COLOUR, 1L), null);
    }

    private MeterReadSubmitted replacing(MeterReadSubmitted other, int hour, Map<Counter, Long> counters) {
        return add(other.source(), DAY, hour, counters, other.readId());
    }

    private MeterReadSubmitted add(
            ReadSource source, String day, int hour, Map<Counter, Long> counters, @Nullable ReadId replaces) {
        var recorded = Instant.parse(day + "T00:00:00Z").plusSeconds(hour * 3600L);
        var read = new MeterReadSubmitted(
                ReadId.random(), device, counters, LocalDate.parse(day), source, false, recorded, replaces);
        coming.add(read);
        return read;
    }
}
