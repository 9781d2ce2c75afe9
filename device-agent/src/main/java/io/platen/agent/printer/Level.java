package io.platen.agent.printer;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How much of a supply is left, or how full a waste box is: a figure only where the printer measured one (BEY-03).
 *
 * @param percent 0 to 100 with MEASURED, else absent
 */
public record Level(State state, @Nullable Integer percent) {

    /** What the printer says of a level (RFC 3805, prtMarkerSuppliesLevel). */
    public enum State {
        MEASURED,
        SOME_LEFT,
        UNKNOWN,
        UNRESTRICTED
    }

    public static final Level SOME_LEFT = new Level(State.SOME_LEFT, null);
    public static final Level UNKNOWN = new Level(State.UNKNOWN, null);
    public static final Level UNRESTRICTED = new Level(State.UNRESTRICTED, null);

    private static final int PERCENT_UNIT = 19;

    public Level {
        if ((state == State.MEASURED) != (percent != null)) {
            throw new IllegalArgumentException("a figure goes with a measured level, and only with that");
        }
    }

    public static Level measured(int percent) {
        return new Level(State.MEASURED, percent);
    }

    /** Rounded down: a level is never shown higher than it is. */
    static Level of(OptionalLong level, OptionalLong max, OptionalLong unit) {
        if (level.isEmpty()) {
            return UNKNOWN;
        }
        long amount = level.getAsLong();
        if (amount < 0) {
            return amount == -1 ? UNRESTRICTED : amount == -3 ? SOME_LEFT : UNKNOWN;
        }
        long capacity = max.isEmpty() && unit.orElse(0) == PERCENT_UNIT ? 100 : max.orElse(0);
        if (capacity <= 0 || amount > capacity) {
            return UNKNOWN;
        }
        return measured((int) (amount * 100.0 / capacity));
    }

    /** The standard tells the room left in a receptacle; people ask how full it is. */
    Level asReceptacle() {
        return percent == null ? this : measured(100 - percent);
    }
}
