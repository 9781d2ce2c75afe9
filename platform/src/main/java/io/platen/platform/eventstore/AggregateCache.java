package io.platen.platform.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The aggregates used last, held strongly and up to a number. What a transaction put in goes again when it rolls back,
 * and an entry is used only while the store holds nothing newer, so that several instances may each have one.
 */
public final class AggregateCache implements Cache {

    /** Before the aggregate's lock is released. */
    private static final int BEFORE_UNLOCK = TransactionalLockFactory.UNLOCK_ORDER - 100;

    private final Map<Object, Object> entries;
    private final Function<String, Optional<Long>> lastSequence;

    /** @param lastSequence the sequence of an aggregate's last stored event */
    public AggregateCache(int size, Function<String, Optional<Long>> lastSequence) {
        this.entries = new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > size;
            }
        };
        this.lastSequence = lastSequence;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the signature is Axon's
    public <K, V> @Nullable V get(K key) {
        Object entry;
        synchronized (entries) {
            entry = entries.get(key);
        }
        if (entry == null || isCurrent(key, entry)) {
            return (V) entry;
        }
        remove(key);
        return null;
    }

    @Override
    public void put(Object key, Object value) {
        synchronized (entries) {
            entries.put(key, value);
        }
        removeOnRollback(key);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        synchronized (entries) {
            if (entries.putIfAbsent(key, value) != null) {
                return false;
            }
        }
        removeOnRollback(key);
        return true;
    }

    @Override
    public boolean remove(Object key) {
        synchronized (entries) {
            return entries.remove(key) != null;
        }
    }

    @Override
    public void removeAll() {
        synchronized (entries) {
            entries.clear();
        }
    }

    @Override
    public boolean containsKey(Object key) {
        synchronized (entries) {
            return entries.containsKey(key);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the signature is Axon's
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        synchronized (entries) {
            entries.computeIfPresent(key, (k, value) -> update.apply((V) value));
        }
    }

    /** Nobody listens to this cache. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }

    public int size() {
        synchronized (entries) {
            return entries.size();
        }
    }

    private boolean isCurrent(Object key, Object entry) {
        return versionOf(entry)
                .map(version -> lastSequence.apply(key.toString()).equals(Optional.of(version)))
                .orElse(true);
    }

    /** An entry of this process holds the aggregate itself, and hands it out whatever the arguments are. */
    private static Optional<Long> versionOf(Object entry) {
        if (!(entry instanceof AggregateCacheEntry<?> cached)) {
            return Optional.empty();
        }
        EventSourcedAggregate<?> aggregate = cached.recreateAggregate(null, null, null, null);
        return Optional.ofNullable(aggregate.version());
    }

    private void removeOnRollback(Object key) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public int getOrder() {
                    return BEFORE_UNLOCK;
                }

                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) {
                        remove(key);
                    }
                }
            });
        }
    }
}
