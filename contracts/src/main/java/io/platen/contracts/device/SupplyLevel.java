package io.platen.contracts.device;

import org.jspecify.annotations.Nullable;

/** A supply and how full it is: percent 0 to 100, only where it was measured. For WASTE, full is bad. */
public record SupplyLevel(
        int index,
        SupplyKind kind,
        @Nullable TonerColour colour,
        String description,
        LevelState state,
        @Nullable Integer percent) {

    public SupplyLevel {
        if ((state == LevelState.MEASURED) != (percent != null)) {
            throw new IllegalArgumentException("a percentage goes with a measured level, and only with that");
        }
        if (percent != null && (percent < 0 || percent > 100)) {
            throw new IllegalArgumentException("percent must lie in 0..100 but is " + percent);
        }
    }
}
