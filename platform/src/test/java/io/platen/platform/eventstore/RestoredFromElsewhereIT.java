package io.platen.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

/** After dump and restore, events may carry transaction ids that this cluster has not reached. */
class RestoredFromElsewhereIT {

    private static final long FUTURE = 9_000_000_000L;

    private final StoredEventSerializer serializer = StoredEventSerializer.of(Note.TYPES);

    @Test
    void theServiceRefusesToStartUntilTheEventsAreRebased() {
        try (var store = Store.empty()) {
            // in the order of the other cluster: b/0, a/0, a/1, b/1; positions say otherwise
            restore(store, "a", 0, FUTURE + 20, 1);
            restore(store, "b", 0, FUTURE + 10, 2);
            restore(store, "b", 1, FUTURE + 40, 3);
            restore(store, "a", 1, FUTURE + 20, 4);
            token(store, "publication", new CommitOrderToken(FUTURE + 20, 1));
            token(
                    store,
                    "replaying",
                    ReplayToken.createReplayToken(
                            new CommitOrderToken(FUTURE + 40, 3), new CommitOrderToken(FUTURE + 10, 2)));
            var check = new RestoredFromElsewhereCheck(store.jdbc);

            assertThatThrownBy(check::afterSingletonsInstantiated)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(Long.toString(FUTURE + 40))
                    .hasMessageContaining("select rebase_events()");
            assertThat(store.engine.readEvents(null, false)).isEmpty();

            var rebased = store.transaction.execute(status ->
                    store.jdbc.sql("select rebase_events()").query(Long.class).single());

            assertThat(rebased).isEqualTo(4);
            assertThatCode(check::afterSingletonsInstantiated).doesNotThrowAnyException();
            store.engine.appendEvents(Note.of("a", 2));
            assertThat(names(store, null)).containsExactly("b/0", "a/0", "a/1", "b/1", "a/2");
            assertThat(names(store, token(store, "publication"))).containsExactly("a/1", "b/1", "a/2");
            assertThat(serializer.<byte[], Object>deserialize(stored(store, "replaying")))
                    .isEqualTo(ReplayToken.createReplayToken(new CommitOrderToken(3, 4), new CommitOrderToken(3, 1)));
            assertThatThrownBy(() -> store.jdbc.sql("delete from domain_event").update())
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void aStoreOfThisClusterStarts() {
        try (var store = Store.empty()) {
            store.engine.appendEvents(Note.of("own", 0));

            assertThatCode(() -> new RestoredFromElsewhereCheck(store.jdbc).afterSingletonsInstantiated())
                    .doesNotThrowAnyException();
        }
    }

    private static void restore(Store store, String aggregate, long sequence, long transactionId, long position) {
        store.jdbc
                .sql("""
                insert into domain_event (transaction_id, position, event_id, aggregate_type, aggregate_id, sequence,
                                          type, revision, payload, metadata, time)
                values (cast(:id as xid8), :position, gen_random_uuid(), 'Notebook', :aggregate, :sequence,
                        'Written', '1', '{"text":"restored"}', '{}', now())
                """)
                .param("id", Long.toString(transactionId))
                .param("position", position)
                .param("aggregate", aggregate)
                .param("sequence", sequence)
                .update();
    }

    private void token(Store store, String processor, Object token) {
        store.jdbc
                .sql("insert into token_entry (processor_name, segment, token, token_type) values (?, 0, ?, ?)")
                .param(processor)
                .param(serializer.serialize(token, byte[].class).getData())
                .param(token.getClass().getName())
                .update();
    }

    private CommitOrderToken token(Store store, String processor) {
        return serializer.<byte[], CommitOrderToken>deserialize(stored(store, processor));
    }

    private static SimpleSerializedObject<byte[]> stored(Store store, String processor) {
        return store.jdbc
                .sql("select convert_from(token, 'UTF8'), token_type from token_entry where processor_name = ?")
                .param(processor)
                .query((row, index) -> new SimpleSerializedObject<>(
                        row.getString(1).getBytes(StandardCharsets.UTF_8), byte[].class, row.getString(2), null))
                .single();
    }

    private static List<String> names(Store store, @org.jspecify.annotations.Nullable CommitOrderToken after) {
        return store.engine.readEvents(after, false).map(Note::nameOf).toList();
    }
}
