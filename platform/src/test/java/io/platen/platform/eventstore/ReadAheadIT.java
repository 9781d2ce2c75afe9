package io.platen.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadAheadIT {

    private final Store store = Store.empty();

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void whatIsKnownIsWhatALoadAsksFor() {
        store.engine.appendEvents(Note.of("plain", 0), Note.of("plain", 1));
        store.engine.appendEvents(Note.of("snapped", 0), Note.of("snapped", 1));
        store.engine.storeSnapshot(Note.of("snapped", 1));
        store.engine.appendEvents(Note.of("snapped", 2));

        store.transaction.executeWithoutResult(status -> {
            store.engine.readAhead(List.of("plain", "snapped", "unknown", "plain"));
            store.jdbc.sql("delete from aggregate_snapshot").update();
            assertThat(store.engine.readSnapshot("snapped"))
                    .map(DomainEventMessage::getSequenceNumber)
                    .contains(1L);
            assertThat(store.engine.readSnapshot("plain")).isEmpty();
            assertThat(names("plain", 0)).containsExactly("plain/0", "plain/1");
            assertThat(names("plain", 1)).containsExactly("plain/1");
            assertThat(names("snapped", 2)).containsExactly("snapped/2");
            assertThat(names("snapped", 0))
                    .as("where the snapshot is of no use")
                    .containsExactly("snapped/0", "snapped/1", "snapped/2");
            assertThat(names("unknown", 0)).isEmpty();
            assertThat(store.engine.lastSequenceNumberFor("plain")).contains(1L);
            assertThat(store.engine.lastSequenceNumberFor("snapped")).contains(2L);
            assertThat(store.engine.lastSequenceNumberFor("unknown")).isEmpty();
            status.setRollbackOnly();
        });
    }

    @Test
    void ownEventsAreSeenAndThoseOfOthersAreAConflict() {
        store.engine.appendEvents(Note.of("own", 0));
        store.engine.appendEvents(Note.of("foreign", 0));

        assertThatThrownBy(() -> store.transaction.executeWithoutResult(status -> {
                    store.engine.readAhead(List.of("own", "foreign"));
                    another().executeWithoutResult(other -> {
                        store.engine.appendEvents(Note.of("foreign", 1));
                        assertThat(names("foreign", 0)).containsExactly("foreign/0", "foreign/1");
                    });
                    store.engine.appendEvents(Note.of("own", 1));
                    assertThat(names("own", 0)).containsExactly("own/0", "own/1");
                    assertThat(names("foreign", 0)).containsExactly("foreign/0");
                    store.engine.appendEvents(Note.of("foreign", 1));
                }))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(names("foreign", 0)).as("after it").containsExactly("foreign/0", "foreign/1");
        assertThat(names("own", 0)).containsExactly("own/0");
    }

    @Test
    void aLongStreamIsReadToItsEnd() {
        store.engine.appendEvents(
                IntStream.range(0, 1500).mapToObj(i -> Note.of("long", i)).toList());

        store.transaction.executeWithoutResult(status -> {
            store.engine.readAhead(List.of("long"));
            assertThat(names("long", 0)).hasSize(1500);
            assertThat(store.engine.lastSequenceNumberFor("long")).contains(1499L);
        });
    }

    @Test
    void outsideOfATransactionItHasNoEnd() {
        assertThatThrownBy(() -> store.engine.readAhead(List.of("own"))).isInstanceOf(IllegalStateException.class);
    }

    private List<String> names(String aggregate, long first) {
        return store.engine
                .readEvents(aggregate, first)
                .asStream()
                .map(Note::nameOf)
                .toList();
    }

    private TransactionTemplate another() {
        var another = new TransactionTemplate(new JdbcTransactionManager(store.pool));
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return another;
    }
}
