package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import io.platen.contracts.id.ReadId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A read that shall stand in the place of an invoiced one, held against its neighbours: on the billing meter no read
 * before it may be higher, and no read behind it lower.
 *
 * @param corrected none where an estimate was invoiced
 */
record CorrectionCheck(
        List<Counter> asked,
        List<LedgerRead> reads,
        @Nullable ReadId corrected,
        LocalDate today,
        Map<String, @Nullable Long> entered,
        LocalDate readOn) {

    Optional<LedgerRead> wrong() {
        return reads.stream().filter(read -> read.readId().equals(corrected)).findFirst();
    }

    /** As the billing meter ran when the wrong read was taken, else as it ran at the read before. */
    BillingMeter meter() {
        return wrong().or(() -> reads.stream()
                        .filter(read -> !read.readOn().isAfter(readOn))
                        .max(Comparator.comparing(LedgerRead::readOn)))
                .map(LedgerRead::meter)
                .orElse(BillingMeter.AS_SHOWN);
    }

    Counters counters() {
        return submission().counters();
    }

    /** What the other reads of that day showed, on the billing meter. */
    Counters besides(LocalDate day) {
        var besides = Counters.NONE;
        for (var read : reads) {
            if (read.readOn().equals(day) && !read.readId().equals(corrected)) {
                besides = besides.overlaidBy(read.billed());
            }
        }
        return besides;
    }

    List<Objection> objections() {
        var objections = new ArrayList<>(submission().aboutCounters());
        if (readOn.isAfter(today)) {
            objections.add(new Objection(
                    "readOn",
                    ReadRejection.READ_DATE_INVALID,
                    Map.of("value", readOn.toString(), "latest", today.toString())));
        }
        var meter = meter();
        counters().pages().forEach((counter, pages) -> {
            var billed = meter.of(counter, pages);
            var ahead = billed - pages;
            var before = neighbours(counter)
                    .filter(read -> read.readOn().isBefore(readOn))
                    .mapToLong(read -> billed(read, counter))
                    .max();
            var behind = neighbours(counter)
                    .filter(read -> read.readOn().isAfter(readOn))
                    .mapToLong(read -> billed(read, counter))
                    .min();
            if (before.isPresent() && billed < before.getAsLong()) {
                objections.add(new Objection(
                        CounterNames.fieldOf(counter),
                        ReadRejection.METER_LOWER_THAN_PREVIOUS,
                        Map.of("previous", before.getAsLong() - ahead, "value", pages)));
            }
            if (behind.isPresent() && billed > behind.getAsLong()) {
                objections.add(new Objection(
                        CounterNames.fieldOf(counter),
                        ReadRejection.METER_ABOVE_NEXT,
                        Map.of("next", behind.getAsLong() - ahead, "value", pages)));
            }
        });
        return objections;
    }

    private Stream<LedgerRead> neighbours(Counter counter) {
        return reads.stream()
                .filter(read ->
                        !read.readId().equals(corrected) && read.billed().of(counter) != null);
    }

    private static long billed(LedgerRead read, Counter counter) {
        var pages = read.billed().of(counter);
        return pages == null ? 0 : pages;
    }

    private Submission submission() {
        return new Submission(asked, null, ReadHistory.EMPTY, meter(), Set.of(), true, today, entered, readOn);
    }
}
