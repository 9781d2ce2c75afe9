package io.platen.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.platen.platform.eventstore.AggregateCache;
import io.platen.platform.eventstore.CommitOrderToken;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.eventstore.Postgres;
import io.platen.platform.eventstore.PostgresEventStorageEngine;
import io.platen.platform.eventstore.PostgresEventStore;
import io.platen.platform.eventstore.StoredEventSerializer;
import io.platen.platform.eventstore.StoredEventTypes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@DirtiesContext // closed while its database still answers
@SpringBootTest(webEnvironment = WebEnvironment.NONE, classes = EventStoreAutoConfigurationIT.Service.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventStoreAutoConfigurationIT {

    @org.springframework.context.annotation.Configuration
    @EnableAutoConfiguration
    @Import({LampPost.class, LampScan.class})
    static class Service {
        @Bean
        StoredEventTypes storedEvents() {
            return StoredEventTypes.of(Lamp.LampEvent.class);
        }
    }

    @org.springframework.context.annotation.Configuration
    @org.springframework.context.annotation.ComponentScan(
            useDefaultFilters = false,
            includeFilters =
                    @org.springframework.context.annotation.ComponentScan.Filter(
                            type = org.springframework.context.annotation.FilterType.ASSIGNABLE_TYPE,
                            classes = Lamp.class))
    static class LampScan {}

    @ProcessingGroup("lamp-post")
    static class LampPost {
        final List<Lamp.Switched> seen = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Lamp.Switched event) {
            seen.add(event);
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        var database = Postgres.newDatabase();
        properties.add("spring.datasource.url", () -> Postgres.url(database));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
        properties.add("platen.events.snapshot-after", () -> "5");
    }

    @Autowired
    private CommandGateway commands;

    @Autowired
    private Configuration axon;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LampPost lampPost;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AggregateCache cache;

    @Test
    void theTransactionManagerIsSpringsAndTheEngineIsOurs(
            @Autowired TransactionManager transactions,
            @Autowired EventStorageEngine engine,
            @Autowired EventStore store,
            @Autowired TokenStore tokens) {
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
        assertThat(engine).isInstanceOf(PostgresEventStorageEngine.class);
        assertThat(store).isInstanceOf(PostgresEventStore.class);
        assertThat(tokens).isInstanceOf(JdbcTokenStore.class);
        assertThat(axon.getComponent(TransactionManager.class)).isSameAs(transactions);
        assertThat(axon.eventStore()).isSameAs(store);
    }

    @Test
    void everySerializerIsOurJacksonOne(@Autowired Serializer general) {
        assertThat(general).isInstanceOf(StoredEventSerializer.class);
        assertThat(axon.eventSerializer()).isSameAs(general);
        assertThat(axon.messageSerializer()).isSameAs(general);
    }

    @Test
    void noTransactionMayHangAndHoldBackTheReaders() {
        assertThat(jdbc.sql("show transaction_timeout").query(String.class).single())
                .isEqualTo("30s");
        assertThat(jdbc.sql("show idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("10s");
    }

    @Test
    void aProcessorIsPooledAndNeverSwallowsAFailure() {
        var processor =
                axon.eventProcessingConfiguration().eventProcessor("lamp-post").orElseThrow();
        assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class);
        assertThat(axon.eventProcessingConfiguration().errorHandler("lamp-post"))
                .isInstanceOf(PropagatingErrorHandler.class);
    }

    @Test
    void anEventIsStoredByItsShortNameWithWhoAndWhy() {
        int times = commands.sendAndWait(GenericCommandMessage.asCommandMessage(new Lamp.Switch("hall"))
                .withMetaData(Map.of(
                        MetadataKeys.CORRELATION,
                        "request-1",
                        MetadataKeys.ACTOR,
                        "ada",
                        MetadataKeys.ACCOUNT,
                        "acme",
                        "other",
                        "thing")));

        assertThat(times).isEqualTo(1);
        var row = jdbc.sql("""
                        select aggregate_type, sequence, type, revision, payload ->> 'times' as times,
                               metadata ->> 'correlation' as correlation, metadata ->> 'actor' as actor,
                               metadata ->> 'account' as account, (select count(*) from jsonb_object_keys(metadata)) as keys
                        from domain_event where aggregate_id = 'hall'
                        """).query().singleRow();
        assertThat(row)
                .containsEntry("aggregate_type", "Lamp")
                .containsEntry("sequence", 0L)
                .containsEntry("type", "Switched")
                .containsEntry("revision", "1")
                .containsEntry("times", "1")
                .containsEntry("correlation", "request-1")
                .containsEntry("actor", "ada")
                .containsEntry("account", "acme")
                .containsEntry("keys", 4L);
        await().untilAsserted(() -> assertThat(lampPost.seen).contains(new Lamp.Switched("hall", 1)));
    }

    @Test
    void aProcessorGoesOnWhereItWas() {
        commands.sendAndWait(new Lamp.Switch("stairs"));
        await().untilAsserted(() -> assertThat(lampPost.seen).contains(new Lamp.Switched("stairs", 1)));
        var processor = axon.eventProcessingConfiguration()
                .eventProcessor("lamp-post", PooledStreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        commands.sendAndWait(new Lamp.Switch("stairs"));

        processor.start();

        await().untilAsserted(() -> assertThat(lampPost.seen).contains(new Lamp.Switched("stairs", 2)));
        assertThat(lampPost.seen.stream().filter(seen -> seen.lamp().equals("stairs")))
                .containsExactly(new Lamp.Switched("stairs", 1), new Lamp.Switched("stairs", 2));
    }

    @Test
    void aReplayTokenOnAFilledStoreIsReadAgain(@Autowired Serializer serializer) {
        var token = ReplayToken.createReplayToken(new CommitOrderToken(9, 4), new CommitOrderToken(3, 1));

        var stored = serializer.serialize(token, byte[].class);

        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(token);
    }

    @Test
    void whatATransactionAroundTheCommandRollsBackIsForgotten() {
        commands.sendAndWait(new Lamp.Switch("cellar"));

        transaction.executeWithoutResult(status -> {
            commands.sendAndWait(new Lamp.Switch("cellar"));
            status.setRollbackOnly();
        });

        assertThat(cache.containsKey("cellar")).isFalse();
        int times = commands.sendAndWait(new Lamp.Switch("cellar"));
        assertThat(times).isEqualTo(2);
        assertThat(stored("cellar")).isEqualTo(2);
    }

    @Test
    void aCommandThatFailsLeavesNothing() {
        commands.sendAndWait(new Lamp.Switch("attic"));

        assertThatThrownBy(() -> commands.sendAndWait(new Lamp.Break("attic")))
                .hasMessageContaining("while it was being broken");

        int times = commands.sendAndWait(new Lamp.Switch("attic"));
        assertThat(times).isEqualTo(2);
        assertThat(stored("attic")).isEqualTo(2);
    }

    @Test
    void anEventOfAnotherInstanceOutdatesTheCache() {
        commands.sendAndWait(new Lamp.Switch("garden"));
        jdbc.sql("""
                insert into domain_event (event_id, aggregate_type, aggregate_id, sequence, type, revision, payload, metadata, time)
                values (gen_random_uuid(), 'Lamp', 'garden', 1, 'Switched', '1', '{"lamp":"garden","times":41}', '{}', now())
                """).update();

        int times = commands.sendAndWait(new Lamp.Switch("garden"));

        assertThat(times).isEqualTo(42);
    }

    @Test
    void aLongLivedAggregateIsReadFromItsSnapshot() {
        for (int i = 0; i < 7; i++) {
            commands.sendAndWait(new Lamp.Switch("street"));
        }
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select sequence from aggregate_snapshot where aggregate_id = 'street'")
                                .query(Long.class)
                                .optional())
                .hasValueSatisfying(sequence -> assertThat(sequence).isBetween(4L, 6L)));
        jdbc.sql("update aggregate_snapshot set payload = jsonb_set(payload, '{times}', '100'), sequence = 6"
                        + " where aggregate_id = 'street'")
                .update();
        cache.removeAll();

        int times = commands.sendAndWait(new Lamp.Switch("street"));

        assertThat(times).isEqualTo(101);
    }

    @Test
    void aSnapshotOfAnotherShapeIsPassedOver() {
        for (int i = 0; i < 6; i++) {
            commands.sendAndWait(new Lamp.Switch("bridge"));
        }
        await().until(() -> jdbc.sql("update aggregate_snapshot set payload = '{}', revision = 'old', sequence = 5"
                                + " where aggregate_id = 'bridge'")
                        .update()
                == 1);
        cache.removeAll();

        int times = commands.sendAndWait(new Lamp.Switch("bridge"));

        assertThat(times).isEqualTo(7);
    }

    private long stored(String lamp) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(lamp)
                .query(Long.class)
                .single();
    }
}
