package io.platen.platform.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** A row of the event or the snapshot table, in the form that Axon's upcasters take. */
record StoredRow(
        CommitOrderToken trackingToken,
        String getEventIdentifier,
        @Nullable String getType,
        String getAggregateIdentifier,
        long getSequenceNumber,
        String type,
        @Nullable String revision,
        String payload,
        String metadata,
        Instant getTimestamp)
        implements TrackedEventData<String>, DomainEventData<String> {

    /** The columns in the order in which {@link #read} takes them. */
    static final String COLUMNS =
            "event_id, aggregate_type, aggregate_id, sequence, type, revision, payload, metadata, time";

    /** @param first the index of the first of {@link #COLUMNS} */
    static StoredRow read(ResultSet row, int first, CommitOrderToken token) throws SQLException {
        return new StoredRow(
                token,
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getLong(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6),
                row.getString(first + 7),
                row.getObject(first + 8, OffsetDateTime.class).toInstant());
    }

    @Override
    public SerializedObject<String> getPayload() {
        return new SimpleSerializedObject<>(payload, String.class, new SimpleSerializedType(type, revision));
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return metadata.equals("{}") ? NO_METADATA : new SerializedMetaData<>(metadata, String.class);
    }

    private static final SerializedObject<String> NO_METADATA =
            new SimpleSerializedObject<>("{}", String.class, new SimpleSerializedType(MetaData.class.getName(), null));
}
