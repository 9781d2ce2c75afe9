package io.platen.meter.reading;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On which days a read can be dated: not in the future, not before the last one, at most 30 days back (MET-15). */
record ReadDates(LocalDate today, @Nullable LocalDate lastReadOn) {

    private static final int OLDEST_IN_DAYS = 30;

    Optional<Objection> objectionTo(String field, LocalDate day) {
        var oldest = today.minusDays(OLDEST_IN_DAYS);
        var earliest = lastReadOn != null && lastReadOn.isAfter(oldest) ? lastReadOn : oldest;
        if (!day.isAfter(today) && !day.isBefore(earliest)) {
            return Optional.empty();
        }
        return Optional.of(new Objection(
                field,
                ReadRejection.READ_DATE_INVALID,
                Map.of(
                        "value",
                        day.toString(),
                        "earliest",
                        (earliest.isAfter(today) ? today : earliest).toString(),
                        "latest",
                        today.toString())));
    }
}
