package io.platen.billing.contract;

import org.jspecify.annotations.Nullable;

/**
 * The reads of one counter that a bill looks at.
 *
 * @param before the last one before the first day
 * @param first the first one from that day on, up to the last day
 * @param last the last one up to the last day
 */
public record ReadsAround(
        @Nullable DayRead before,
        @Nullable DayRead first,
        @Nullable DayRead last) {

    public static final ReadsAround NONE = new ReadsAround(null, null, null);

    /** Where counting begins. */
    public @Nullable DayRead start() {
        return before == null ? first : before;
    }
}
