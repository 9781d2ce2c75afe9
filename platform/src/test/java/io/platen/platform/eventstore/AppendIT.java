package io.platen.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppendIT {

    private final Store store = Store.empty();
    private final TransactionTemplate another = another();

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void whatIsAppendedIsReadInOrder() {
        store.engine.appendEvents(Note.of("order", 0), Note.of("order", 1));
        store.engine.appendEvents(Note.of("order", 2));

        assertThat(store.engine.readEvents("order").asStream().map(Note::nameOf))
                .containsExactly("order/0", "order/1", "order/2");
        assertThat(store.engine.readEvents("order", 1).asStream().<Object>map(DomainEventMessage::getPayload))
                .containsExactly(new Note.Written("order/1"), new Note.Written("order/2"));
        assertThat(store.engine.lastSequenceNumberFor("order")).contains(2L);
        assertThat(store.engine.lastSequenceNumberFor("unknown")).isEmpty();
    }

    @Test
    void aLongStreamIsReadPageByPage() {
        store.engine.appendEvents(
                IntStream.range(0, 2500).mapToObj(i -> Note.of("long", i)).toList());

        var stream = store.engine.readEvents("long");

        assertThat(stream.asStream().map(DomainEventMessage::getSequenceNumber))
                .hasSize(2500)
                .isSorted();
        assertThat(stream.getLastSequenceNumber()).isEqualTo(2499);
    }

    @Test
    void aTakenSequenceIsAConflict() {
        store.engine.appendEvents(Note.of("taken", 0));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> store.engine.appendEvents(Note.of("taken", 0)))
                .withMessageContaining("Notebook taken at sequence 0");
        assertThat(stored("taken")).isEqualTo(1);
    }

    @Test
    void aGapIsAConflict() {
        store.engine.appendEvents(Note.of("gap", 0));

        assertThatThrownBy(() -> store.engine.appendEvents(Note.of("gap", 2))).isInstanceOf(ConcurrencyException.class);
        assertThat(stored("gap")).isEqualTo(1);
    }

    /** Whoever loaded what is not yet committed may not build on it: it may be rolled back. */
    @Test
    void nobodyBuildsOnWhatIsNotCommitted() {
        store.transaction.executeWithoutResult(status -> {
            store.engine.appendEvents(Note.of("dirty", 0));
            assertThatThrownBy(
                            () -> another.executeWithoutResult(other -> store.engine.appendEvents(Note.of("dirty", 1))))
                    .isInstanceOf(ConcurrencyException.class);
            status.setRollbackOnly();
        });

        assertThat(stored("dirty")).isZero();
    }

    /** With the lower id its event 1 would be read before event 0. */
    @Test
    void aTransactionThatTookItsIdEarlyIsAConflictAndSucceedsAnew() {
        assertThatThrownBy(() -> store.transaction.executeWithoutResult(early -> {
                    store.jdbc
                            .sql("select pg_current_xact_id()::text")
                            .query(String.class)
                            .single();
                    another.executeWithoutResult(later -> store.engine.appendEvents(Note.of("early", 0)));
                    assertThat(store.engine.lastSequenceNumberFor("early")).contains(0L);
                    store.engine.appendEvents(Note.of("early", 1));
                }))
                .isInstanceOf(ConcurrencyException.class);

        store.engine.appendEvents(Note.of("early", 1));
        assertThat(stored("early")).isEqualTo(2);
    }

    @Test
    void oneTransactionMayAppendToAnAggregateSeveralTimes() {
        store.transaction.executeWithoutResult(status -> {
            store.engine.appendEvents(Note.of("steps", 0));
            store.engine.appendEvents(Note.of("steps", 1));
        });

        assertThat(stored("steps")).isEqualTo(2);
    }

    @Test
    void anEventOfNoAggregateIsKeptToo() {
        var before = store.engine.createHeadToken();
        var event = GenericEventMessage.asEventMessage(new Note.Written("alone"));

        store.engine.appendEvents(List.of(event));

        assertThat(store.engine.readEvents(before, false)).singleElement().satisfies(read -> {
            assertThat(read.getIdentifier()).isEqualTo(event.getIdentifier());
            assertThat(read.getPayload()).isEqualTo(new Note.Written("alone"));
        });
    }

    @Test
    void aTokenAtAMomentStandsBeforeTheFirstEventSince() {
        var noon = Instant.parse("2031-03-01T12:00:00Z");
        store.engine.appendEvents(Note.at(noon.minusSeconds(1), "moment", 0));
        store.engine.appendEvents(Note.at(noon, "moment", 1));

        assertThat(store.engine
                        .readEvents(store.engine.createTokenAt(noon), false)
                        .map(Note::nameOf))
                .startsWith("moment/1");
        assertThat(store.engine.createTailToken()).isNull();
    }

    private long stored(String aggregate) {
        return store.jdbc
                .sql("select count(*) from domain_event where aggregate_id = ?")
                .param(aggregate)
                .query(Long.class)
                .single();
    }

    private TransactionTemplate another() {
        var template = new TransactionTemplate(new JdbcTransactionManager(store.pool));
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }
}
