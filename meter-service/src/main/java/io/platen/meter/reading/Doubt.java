package io.platen.meter.reading;

import io.platen.contracts.device.Counter;
import org.jspecify.annotations.Nullable;

/** Something about a value that is plausible only if a person says so. */
public record Doubt(
        Counter counter,
        Kind kind,
        long value,
        long previous,
        @Nullable ExpectedRead expected) {

    public enum Kind {
        EQUAL_TO_PREVIOUS,
        GROWTH_ABOVE_AVERAGE,
        OUTSIDE_EXPECTED_RANGE,
        MORE_DIGITS
    }
}
