package io.platen.agent.printer;

import org.jspecify.annotations.Nullable;

/** Life counters in pages; absent where the printer does not tell them credibly. */
public record Counters(
        @Nullable Long total,
        @Nullable Long colour,
        @Nullable Long blackWhite) {

    public static final Counters NONE = new Counters(null, null, null);

    private static final long LARGEST = 999_999_999;

    /** A counter below zero or of ten digits is a fault of the printer (Counter32 tops at 2^32, -1 reads as such). */
    static boolean credible(long pages) {
        return pages >= 0 && pages <= LARGEST;
    }

    /** Takes the split only where it adds up: makers count copies, faxes and large sheets in many ways. */
    Counters split(long blackAndWhite, long coloured) {
        long sum = blackAndWhite + coloured;
        if (!credible(blackAndWhite) || !credible(coloured) || sum == 0) {
            return this;
        }
        if (total == null) {
            return new Counters(sum, coloured, blackAndWhite);
        }
        long tolerance = Math.max(20, total / 100);
        return Math.abs(sum - total) <= tolerance ? new Counters(total, coloured, blackAndWhite) : this;
    }
}
