package io.platen.platform.eventstore;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.Comparator;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * A place in the store: everything up to and with this event was read.
 *
 * @param transactionId PostgreSQL's id of the transaction that appended the event
 * @param index the event's position column, which orders the events of one transaction
 */
public record CommitOrderToken(
        @JsonProperty("transactionId") long transactionId,
        @JsonProperty("position") long index) implements TrackingToken, Comparable<CommitOrderToken>, Serializable {

    private static final Comparator<CommitOrderToken> ORDER =
            Comparator.comparingLong(CommitOrderToken::transactionId).thenComparingLong(CommitOrderToken::index);

    @Override
    public int compareTo(CommitOrderToken other) {
        return ORDER.compare(this, other);
    }

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        var place = placeOf(other);
        return compareTo(place) <= 0 ? this : place;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        var place = placeOf(other);
        return compareTo(place) >= 0 ? this : place;
    }

    @Override
    public boolean covers(@Nullable TrackingToken other) {
        return other == null || compareTo(placeOf(other)) >= 0;
    }

    @Override
    public boolean samePositionAs(@Nullable TrackingToken other) {
        return other != null && equals(placeOf(other));
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(index);
    }

    private static CommitOrderToken placeOf(TrackingToken token) {
        if (token instanceof CommitOrderToken place) {
            return place;
        }
        throw new IllegalArgumentException("A token of another store: " + token);
    }
}
