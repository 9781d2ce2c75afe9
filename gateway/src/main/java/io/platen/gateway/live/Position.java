package io.platen.gateway.live;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in the commit order of the view, the same for every gateway instance.
 *
 * @param transaction the writing transaction, which orders first
 * @param position orders the events of one transaction
 */
public record Position(long transaction, long position) implements Comparable<Position> {

    public static final Position START = new Position(0, 0);
    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::transaction).thenComparingLong(Position::position);

    /** Empty for what no gateway ever said. */
    public static Optional<Position> parse(@Nullable String text) {
        if (text == null || text.length() > 40) {
            return Optional.empty();
        }
        var dash = text.indexOf('-');
        if (dash < 1) {
            return Optional.empty();
        }
        try {
            var transaction = Long.parseLong(text, 0, dash, 10);
            var position = Long.parseLong(text, dash + 1, text.length(), 10);
            return transaction < 0 || position < 0
                    ? Optional.empty()
                    : Optional.of(new Position(transaction, position));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return transaction + "-" + position;
    }
}
