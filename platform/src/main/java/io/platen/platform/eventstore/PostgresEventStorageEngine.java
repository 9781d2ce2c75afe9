package io.platen.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Events in PostgreSQL, of which no committed one is ever skipped by a reader.
 *
 * <p>Readers go by (transaction id, position) and stop below the oldest transaction that still runs, so nothing can
 * appear behind them; writers take no lock. An append is one round trip that also proves that the aggregate's previous
 * event is committed by an earlier transaction (or by this one): else it is a {@link ConcurrencyException}, to be
 * retried in a new transaction.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    private static final int PAGE = 1000;

    private static final String APPEND = """
            insert into domain_event (%s)
            select ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?
            where ? = 0
               or exists (select from domain_event before
                          where before.aggregate_id = ? and before.sequence = ? - 1
                            and before.transaction_id <= pg_current_xact_id())
            """.formatted(StoredRow.COLUMNS);

    private static final String OF_AGGREGATE = """
            select transaction_id, position, %s from domain_event
            where aggregate_id = ? and sequence >= ? order by sequence limit ?
            """.formatted(StoredRow.COLUMNS);

    /** Settled rows, then at most one row without a transaction id which says that more waits above the horizon. */
    private static final String SETTLED = """
            (select transaction_id, position, %s from domain_event
             where (transaction_id, position) > (cast(? as xid8), ?)
               and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
             order by transaction_id, position limit ?)
            union all
            (select null, null, null, null, null, null, null, null, null, null, null from domain_event
             where transaction_id >= pg_snapshot_xmin(pg_current_snapshot())
             order by transaction_id, position limit 1)
            """.formatted(StoredRow.COLUMNS);

    private static final String HEAD = """
            select transaction_id, position from domain_event
            where transaction_id < pg_snapshot_xmin(pg_current_snapshot())
            order by transaction_id desc, position desc limit 1
            """;

    /** What precedes the first event at or after an instant, in the readers' order. */
    private static final String BEFORE = """
            select transaction_id, position from domain_event
            where (transaction_id, position) <
                  (select transaction_id, position from domain_event where time >= ?
                   order by transaction_id, position limit 1)
            order by transaction_id desc, position desc limit 1
            """;

    private static final String LAST_SEQUENCE =
            "select sequence from domain_event where aggregate_id = ? order by sequence desc limit 1";

    private static final String STORE_SNAPSHOT = """
            insert into aggregate_snapshot (%s)
            values (?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?)
            on conflict (aggregate_id) do update set
              event_id = excluded.event_id, aggregate_type = excluded.aggregate_type, sequence = excluded.sequence,
              type = excluded.type, revision = excluded.revision, payload = excluded.payload,
              metadata = excluded.metadata, time = excluded.time
            where aggregate_snapshot.sequence < excluded.sequence
            """.formatted(StoredRow.COLUMNS);

    private static final String SNAPSHOT =
            "select %s from aggregate_snapshot where aggregate_id = ?".formatted(StoredRow.COLUMNS);

    private static final String SNAPSHOTS =
            "select %s from aggregate_snapshot where aggregate_id = any (?)".formatted(StoredRow.COLUMNS);

    private static final String OF_AGGREGATES = """
            select event.* from unnest(?, ?) as wanted (id, first) cross join lateral (
                select transaction_id, position, %s from domain_event
                where aggregate_id = wanted.id and sequence >= wanted.first order by sequence limit ?) event
            """.formatted(StoredRow.COLUMNS);

    private static final CommitOrderToken NOWHERE = new CommitOrderToken(0, 0);

    private final DataSource dataSource;
    private final TransactionManager transactions;
    private final Serializer events;
    private final StoredEventSerializer snapshots;
    private final EventUpcaster upcasters;
    private volatile @Nullable DataSource readers;

    /**
     * @param dataSource connections are those of Spring's transaction where one runs
     * @param events writes and reads events
     * @param snapshots writes and reads the state of aggregates
     */
    public PostgresEventStorageEngine(
            DataSource dataSource,
            TransactionManager transactions,
            Serializer events,
            StoredEventSerializer snapshots,
            EventUpcaster upcasters) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.events = events;
        this.snapshots = snapshots;
        this.upcasters = upcasters;
    }

    /**
     * Settled events after a place.
     *
     * @param last where the next batch goes on, null where nothing was read from the beginning
     * @param full whether the limit was reached, so that more may be there at once
     * @param pending whether committed events wait for an older transaction to end
     */
    record Batch(
            List<TrackedEventMessage<?>> events, @Nullable CommitOrderToken last, boolean full, boolean pending) {}

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        transactions.executeInTransaction(() -> inConnection(connection -> {
            try (var insert = connection.prepareStatement(APPEND)) {
                for (var message : messages) {
                    bindAppend(insert, message);
                    insert.addBatch();
                    ReadAhead.forget(aggregateIdOf(message));
                }
                for (int inserted : insert.executeBatch()) {
                    if (inserted != 1) {
                        throw conflict(messages, null);
                    }
                }
                return messages.size();
            } catch (SQLException e) {
                if (isConflict(e)) {
                    throw conflict(messages, e);
                }
                throw e;
            }
        }));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        transactions.executeInTransaction(() -> inConnection(connection -> {
            try (var upsert = connection.prepareStatement(STORE_SNAPSHOT)) {
                bind(upsert, snapshot, snapshots);
                return upsert.executeUpdate();
            }
        }));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean mayBlock) {
        return Stream.iterate(
                        Optional.of(readSettled(placeOf(after), PAGE)),
                        Optional::isPresent,
                        batch -> batch.filter(Batch::full).map(full -> readSettled(full.last(), PAGE)))
                .flatMap(batch -> batch.orElseThrow().events().stream());
    }

    /** @param after null for the beginning */
    Batch readSettled(@Nullable CommitOrderToken after, int limit) {
        var start = after == null ? NOWHERE : after;
        return work(readers(), connection -> {
            try (var query = connection.prepareStatement(SETTLED)) {
                query.setString(1, Long.toUnsignedString(start.transactionId()));
                query.setLong(2, start.index());
                query.setInt(3, limit);
                var rows = new ArrayList<StoredRow>();
                boolean pending = false;
                try (var result = query.executeQuery()) {
                    while (result.next()) {
                        var transactionId = result.getLong(1);
                        if (result.wasNull()) {
                            pending = true;
                        } else {
                            rows.add(StoredRow.read(result, 3, new CommitOrderToken(transactionId, result.getLong(2))));
                        }
                    }
                }
                var messages = EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), events, upcasters)
                        .toList();
                var last = rows.isEmpty() ? after : rows.getLast().trackingToken();
                return new Batch(messages, last, rows.size() == limit, pending);
            }
        });
    }

    /**
     * Fetches in two round trips what loading each of these aggregates asks for, and keeps it until the transaction ends.
     * What others append meanwhile is not seen, as it would not be after the load itself.
     */
    public void readAhead(Collection<String> aggregateIds) {
        var ids = aggregateIds.stream().distinct().toArray(String[]::new);
        ReadAhead.keep(inConnection(connection -> {
            var snapshots = new HashMap<String, StoredRow>();
            try (var query = connection.prepareStatement(SNAPSHOTS)) {
                query.setArray(1, connection.createArrayOf("text", ids));
                try (var result = query.executeQuery()) {
                    while (result.next()) {
                        var snapshot = StoredRow.read(result, 1, NOWHERE);
                        snapshots.put(snapshot.getAggregateIdentifier(), snapshot);
                    }
                }
            }
            var ahead = new ReadAhead(ids, snapshots);
            try (var query = connection.prepareStatement(OF_AGGREGATES)) {
                query.setArray(1, connection.createArrayOf("text", ids));
                query.setArray(2, connection.createArrayOf("bigint", ahead.firsts(ids)));
                query.setInt(3, PAGE);
                try (var result = query.executeQuery()) {
                    while (result.next()) {
                        var place = new CommitOrderToken(result.getLong(1), result.getLong(2));
                        ahead.add(StoredRow.read(result, 3, place), PAGE);
                    }
                }
            }
            return ahead;
        }));
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequence) {
        var ahead = ReadAhead.of(aggregateId).flatMap(known -> known.eventsFrom(firstSequence));
        if (ahead.isPresent()) {
            return EventStreamUtils.upcastAndDeserializeDomainEvents(ahead.get().stream(), events, upcasters);
        }
        var rows = paged(page -> page(
                aggregateId, page.isEmpty() ? firstSequence : page.getLast().getSequenceNumber() + 1));
        return EventStreamUtils.upcastAndDeserializeDomainEvents(rows, events, upcasters);
    }

    private List<StoredRow> page(String aggregateId, long firstSequence) {
        return inConnection(connection -> {
            try (var query = connection.prepareStatement(OF_AGGREGATE)) {
                query.setString(1, aggregateId);
                query.setLong(2, firstSequence);
                query.setInt(3, PAGE);
                var rows = new ArrayList<StoredRow>();
                try (var result = query.executeQuery()) {
                    while (result.next()) {
                        rows.add(StoredRow.read(result, 3, new CommitOrderToken(result.getLong(1), result.getLong(2))));
                    }
                }
                return rows;
            }
        });
    }

    /** Empty too where the aggregate's class is gone or has another shape: then the events tell the state. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return ReadAhead.of(aggregateId)
                .map(ReadAhead.Known::snapshotIfAny)
                .orElseGet(() -> storedSnapshot(aggregateId))
                .filter(stored -> snapshots.fits(stored.getPayload().getType()))
                .flatMap(stored -> EventStreamUtils.upcastAndDeserializeDomainEvents(
                                Stream.of(stored), snapshots, upcasters)
                        .asStream()
                        .findFirst());
    }

    private Optional<StoredRow> storedSnapshot(String aggregateId) {
        return inConnection(connection -> {
            try (var query = connection.prepareStatement(SNAPSHOT)) {
                query.setString(1, aggregateId);
                try (var result = query.executeQuery()) {
                    return result.next() ? Optional.of(StoredRow.read(result, 1, NOWHERE)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return ReadAhead.of(aggregateId)
                .map(ReadAhead.Known::lastSequence)
                .orElseGet(() -> storedLastSequence(aggregateId));
    }

    private Optional<Long> storedLastSequence(String aggregateId) {
        return inConnection(connection -> {
            try (var query = connection.prepareStatement(LAST_SEQUENCE)) {
                query.setString(1, aggregateId);
                try (var result = query.executeQuery()) {
                    return result.next() ? Optional.of(result.getLong(1)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable CommitOrderToken createHeadToken() {
        return inConnection(connection -> {
            try (var query = connection.prepareStatement(HEAD)) {
                return firstToken(query);
            }
        });
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant time) {
        return inConnection(connection -> {
            try (var query = connection.prepareStatement(BEFORE)) {
                query.setObject(1, time.atOffset(ZoneOffset.UTC));
                return firstToken(query);
            }
        });
    }

    private static @Nullable CommitOrderToken firstToken(PreparedStatement query) throws SQLException {
        try (var result = query.executeQuery()) {
            return result.next() ? new CommitOrderToken(result.getLong(1), result.getLong(2)) : null;
        }
    }

    static @Nullable CommitOrderToken placeOf(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> null;
            case CommitOrderToken place -> place;
            default -> throw new IllegalArgumentException("A token of another store: " + token);
        };
    }

    private void bindAppend(PreparedStatement insert, EventMessage<?> message) throws SQLException {
        var sequence = bind(insert, message, events);
        insert.setLong(10, sequence);
        insert.setString(11, aggregateIdOf(message));
        insert.setLong(12, sequence);
    }

    private static long bind(PreparedStatement statement, EventMessage<?> message, Serializer serializer)
            throws SQLException {
        var domainEvent = message instanceof DomainEventMessage<?> event ? event : null;
        var payload = message.serializePayload(serializer, String.class);
        var metadata = message.serializeMetaData(serializer, String.class);
        var sequence = domainEvent == null ? 0 : domainEvent.getSequenceNumber();
        statement.setObject(1, UUID.fromString(message.getIdentifier()));
        statement.setString(2, domainEvent == null ? null : domainEvent.getType());
        statement.setString(3, aggregateIdOf(message));
        statement.setLong(4, sequence);
        statement.setString(5, payload.getType().getName());
        statement.setString(6, payload.getType().getRevision());
        statement.setString(7, payload.getData());
        statement.setString(8, metadata.getData());
        statement.setObject(9, OffsetDateTime.ofInstant(message.getTimestamp(), ZoneOffset.UTC));
        return sequence;
    }

    private static String aggregateIdOf(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event && event.getAggregateIdentifier() != null
                ? event.getAggregateIdentifier()
                : message.getIdentifier();
    }

    /** Integrity violations, serialization failures and deadlocks: somebody else was faster. */
    private static boolean isConflict(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("23505") || state.startsWith("40"));
    }

    private static ConcurrencyException conflict(List<? extends EventMessage<?>> messages, @Nullable Exception cause) {
        var first = messages.getFirst();
        var what = first instanceof DomainEventMessage<?> event
                ? event.getType() + " " + event.getAggregateIdentifier() + " at sequence " + event.getSequenceNumber()
                : "event " + first.getIdentifier();
        return new ConcurrencyException("Somebody else changed " + what + " at the same time", cause);
    }

    private static Stream<StoredRow> paged(UnaryOperator<List<StoredRow>> next) {
        return Stream.iterate(
                        next.apply(List.of()),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE ? List.of() : next.apply(page))
                .flatMap(List::stream);
    }

    @FunctionalInterface
    private interface Work<T extends @Nullable Object> {
        T in(Connection connection) throws SQLException;
    }

    private <T extends @Nullable Object> T inConnection(Work<T> work) {
        return work(dataSource, work);
    }

    private static <T extends @Nullable Object> T work(DataSource source, Work<T> work) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            return work.in(connection);
        } catch (SQLException e) {
            throw new EventStoreException("PostgreSQL refused: " + e.getMessage(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** The pool itself where it is wrapped for tracing: looking for new events is no story that anybody reads. */
    private DataSource readers() {
        var known = readers;
        if (known == null) {
            known = unwrapped(dataSource);
            readers = known;
        }
        return known;
    }

    private static DataSource unwrapped(DataSource source) {
        try {
            return source.isWrapperFor(HikariDataSource.class) ? source.unwrap(HikariDataSource.class) : source;
        } catch (SQLException e) {
            return source;
        }
    }
}
