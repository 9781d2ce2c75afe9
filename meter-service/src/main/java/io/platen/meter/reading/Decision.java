package io.platen.meter.reading;

import io.platen.contracts.id.ReadId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the register says to a submitted read. */
public sealed interface Decision {

    /** @param previous the read before it; null for the first */
    record Accepted(
            ReadId readId,
            LocalDate readOn,
            Counters counters,
            @Nullable DayRead previous,
            boolean confirmed) implements Decision {}

    /** A rule is broken. */
    record Refused(List<Objection> objections) implements Decision {

        public ReadRejection reason() {
            return objections.stream()
                    .map(Objection::reason)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** Nothing is stored; the same values are accepted with the token. */
    record Doubtful(List<Doubt> doubts, String token) implements Decision {}
}
