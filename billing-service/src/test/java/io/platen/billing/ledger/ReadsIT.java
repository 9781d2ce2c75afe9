package io.platen.billing.ledger;

import static io.platen.contracts.device.Counter.COLOUR;
import static io.platen.contracts.device.Counter.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.billing.contract.DayRead;
import io.platen.billing.contract.Meter;
import io.platen.billing.contract.ReadsAround;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
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
        assertThat(reads.isOutranked(coming.getFirst(), TOTAL)).isTrue();
        assertThat(coming.stream().filter(read -> !reads.isOutranked(read, TOTAL)))
                .singleElement()
                .extracting(MeterReadSubmitted::source)
                .isEqualTo(ReadSource.ENGINEER);
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
        coming.forEach(reads::add);
        coming.forEach(reads::add);

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
        shuffled.forEach(reads::add);
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
