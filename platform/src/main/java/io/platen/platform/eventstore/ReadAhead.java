package io.platen.platform.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Rows of aggregates that are about to be loaded, as long as the transaction lasts. */
final class ReadAhead {

    /** What is stored of one aggregate: its snapshot, if any, and all events behind it. */
    record Known(@Nullable StoredRow snapshot, List<StoredRow> events) {

        Optional<StoredRow> snapshotIfAny() {
            return Optional.ofNullable(snapshot);
        }

        private long first() {
            return snapshot == null ? 0 : snapshot.getSequenceNumber() + 1;
        }

        /** Empty where not all of them are known. */
        Optional<List<StoredRow>> eventsFrom(long sequence) {
            return sequence < first()
                    ? Optional.empty()
                    : Optional.of(events.stream()
                            .filter(event -> event.getSequenceNumber() >= sequence)
                            .toList());
        }

        Optional<Long> lastSequence() {
            return events.isEmpty()
                    ? snapshotIfAny().map(StoredRow::getSequenceNumber)
                    : Optional.of(events.getLast().getSequenceNumber());
        }
    }

    private final Map<String, Known> aggregates = new HashMap<>();

    ReadAhead(String[] ids, Map<String, StoredRow> snapshots) {
        for (var id : ids) {
            aggregates.put(id, new Known(snapshots.get(id), new ArrayList<>()));
        }
    }

    /** The first event that is wanted of each. */
    Long[] firsts(String[] ids) {
        var firsts = new Long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            firsts[i] = known(ids[i]).map(Known::first).orElseThrow();
        }
        return firsts;
    }

    /** @param limit an aggregate of which so many were read may have more: it is loaded as if it were not here */
    void add(StoredRow event, int limit) {
        known(event.getAggregateIdentifier()).ifPresent(known -> {
            known.events().add(event);
            if (known.events().size() == limit) {
                aggregates.remove(event.getAggregateIdentifier());
            }
        });
    }

    private Optional<Known> known(String aggregateId) {
        return Optional.ofNullable(aggregates.get(aggregateId));
    }

    /** For the transaction of this thread, in the place of what was kept before. */
    static void keep(ReadAhead ahead) {
        if (TransactionSynchronizationManager.unbindResourceIfPossible(ReadAhead.class) == null) {
            TransactionSynchronizationManager.registerSynchronization(new End());
        }
        TransactionSynchronizationManager.bindResource(ReadAhead.class, ahead);
    }

    /** Another transaction that runs meanwhile sees nothing of it. */
    private static final class End implements TransactionSynchronization {

        private @Nullable Object suspended;

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(ReadAhead.class);
        }

        @Override
        public void resume() {
            if (suspended != null) {
                TransactionSynchronizationManager.bindResource(ReadAhead.class, suspended);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ReadAhead.class);
        }
    }

    static Optional<Known> of(String aggregateId) {
        return current().flatMap(ahead -> ahead.known(aggregateId));
    }

    /** It is no longer what is stored. */
    static void forget(String aggregateId) {
        current().ifPresent(ahead -> ahead.aggregates.remove(aggregateId));
    }

    private static Optional<ReadAhead> current() {
        return Optional.ofNullable((ReadAhead) TransactionSynchronizationManager.getResource(ReadAhead.class));
    }
}
