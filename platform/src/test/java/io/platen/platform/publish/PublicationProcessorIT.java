package io.platen.platform.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.platen.contracts.device.Counter;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.eventstore.Postgres;
import io.platen.platform.eventstore.PostgresEventStorageEngine;
import io.platen.platform.eventstore.PostgresEventStore;
import io.platen.platform.eventstore.StoredEventSerializer;
import io.platen.platform.eventstore.StoredEventTypes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.tracing.NoOpSpanFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicationProcessorIT {

    sealed interface Reading {
        @Revision("1")
        record Read(UUID device, long total) implements Reading {}

        @Revision("1")
        record Looked(UUID device) implements Reading {}
    }

    private static final String TOPIC = "platen.meter";
    private static final UUID ACCOUNT = UUID.fromString("0193a3c0-0000-7000-8000-000000000001");

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 3);
    private final StoredEventSerializer serializer = StoredEventSerializer.of(StoredEventTypes.of(Reading.class));
    private final List<PublicationProcessor> started = new ArrayList<>();
    private HikariDataSource pool;
    private JdbcClient jdbc;
    private TransactionManager transactions;
    private TransactionTemplate transaction;
    private PostgresEventStore store;
    private Map<TopicPartition, Long> begin;

    PublicationProcessorIT() {
        broker.afterPropertiesSet();
        broker.addTopics(TOPIC);
        pool = Postgres.migrated();
        jdbc = JdbcClient.create(pool);
        var spring = new JdbcTransactionManager(pool);
        transactions = new SpringTransactionManager(spring);
        transaction = new TransactionTemplate(spring);
        store = store();
        begin = Map.of();
    }

    @BeforeEach
    void freshDatabase() {
        store.close();
        pool.close();
        pool = Postgres.migrated();
        jdbc = JdbcClient.create(pool);
        var spring = new JdbcTransactionManager(pool);
        transactions = new SpringTransactionManager(spring);
        transaction = new TransactionTemplate(spring);
        store = store();
        try (var consumer = consumer()) {
            begin = consumer.endOffsets(partitions(consumer));
        }
    }

    @AfterEach
    void stop() {
        started.forEach(PublicationProcessor::stop);
        started.clear();
    }

    @AfterAll
    void close() {
        store.close();
        pool.close();
        broker.destroy();
    }

    @Test
    void aStoredEventBecomesACloudEvent() {
        start("one");
        var device = UUID.randomUUID();
        read(device, 0, 42);

        var record =
                await().until(this::published, records -> !records.isEmpty()).getFirst();

        var stored = jdbc.sql("select event_id::text from domain_event")
                .query(String.class)
                .single();
        assertThat(record.key()).isEqualTo(device.toString());
        assertThat(headers(record))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", stored)
                .containsEntry("ce_type", "platen.meter.MeterReadSubmitted.v1")
                .containsEntry("ce_source", "urn:platen:meter")
                .containsEntry("ce_subject", device.toString())
                .containsEntry("ce_sequence", "0")
                .containsEntry("ce_account", ACCOUNT.toString())
                .containsEntry("ce_actor", "ada")
                .containsEntry("ce_correlationid", "request-7")
                .containsEntry("ce_causationid", "command-9")
                .containsEntry("content-type", "application/json")
                .containsKey("ce_time");
        var payload = JsonMapper.builder().build().readTree(record.value());
        assertThat(payload.at("/counters/TOTAL").asLong()).isEqualTo(42);
        assertThat(payload.at("/readOn").asString()).isEqualTo("2026-11-21");
    }

    @Test
    void whatNobodyElseNeedsIsNotPublishedAndWhatTellsTwoThingsIsTwice() {
        start("one");
        var device = UUID.randomUUID();
        append(device, 0, new Reading.Looked(device));
        read(device, 1, 1_000_000); // tells two things, see the mapper

        var records = await().until(this::published, list -> list.size() == 2);

        assertThat(records)
                .extracting(record -> headers(record).get("ce_sequence"))
                .containsExactly("1", "1");
        assertThat(records).extracting(record -> headers(record).get("ce_id")).doesNotHaveDuplicates();
    }

    /** The process dies after the broker has the batch and before the token has moved, again and again. */
    @Test
    void exactlyWhatIsStoredIsPublishedAcrossCrashes() {
        var devices = IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
        var crashes = new AtomicInteger();
        var dying = new PublicationProcessor(
                store,
                publications(),
                new DyingTokenStore(tokens("dying"), crashes),
                transactions,
                this::producer,
                new SimpleMeterRegistry(),
                Duration.ofMillis(50));
        started.add(dying);
        dying.start();
        for (int sequence = 0; sequence < 40; sequence++) {
            for (var device : devices) {
                read(device, sequence, sequence);
            }
            if (sequence % 10 == 9) {
                int round = sequence / 10 + 1;
                await().until(() -> crashes.get() >= round);
            }
        }
        dying.stop();
        start("next");

        var stored = jdbc.sql("select event_id::text from domain_event order by transaction_id, position")
                .query(String.class)
                .list();
        await().untilAsserted(() -> assertThat(distinct(published()).keySet()).containsAll(stored));
        await().untilAsserted(() -> assertThat(new PublicationLag(jdbc, new SimpleMeterRegistry()).waiting())
                .isZero());
        var all = published();
        assertThat(distinct(all).keySet()).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(all.size()).as("batches came again").isGreaterThan(stored.size());
        assertThat(distinct(all).values().stream()
                        .map(ConsumerRecord::value)
                        .map(String::new)
                        .distinct())
                .hasSizeGreaterThan(1);
        var next = new HashMap<String, Long>();
        for (var record : distinct(all).values()) {
            long sequence = Long.parseLong(headers(record).get("ce_sequence"));
            assertThat(sequence).isEqualTo(next.merge(record.key(), 1L, Long::sum) - 1);
        }
    }

    @Test
    void aCommittedEventIsWithTheBrokerInMilliseconds() {
        var meters = new SimpleMeterRegistry();
        start("one", meters);
        var device = UUID.randomUUID();
        read(device, 0, 1);
        await().until(this::published, records -> records.size() == 1);
        for (int sequence = 1; sequence <= 100; sequence++) {
            int sent = sequence;
            read(device, sequence, sequence);
            await().pollInterval(Duration.ofMillis(5)).until(() -> delay(meters).count() > sent);
        }

        var timer = delay(meters);
        assertThat(timer.count()).isEqualTo(101);
        var withoutFirst = (timer.totalTime(TimeUnit.MILLISECONDS) - timer.max(TimeUnit.MILLISECONDS)) / 100;
        assertThat(withoutFirst)
                .as("mean milliseconds from event to acknowledgement")
                .isLessThan(50);
    }

    private static Timer delay(SimpleMeterRegistry meters) {
        return meters.get("platen.publication.delay").timer();
    }

    @Test
    void oneOfTwoInstancesPublishesAndTheOtherTakesOver() {
        var first = start("first");
        var device = UUID.randomUUID();
        read(device, 0, 1);
        await().until(this::published, records -> records.size() == 1);
        start("second");
        read(device, 1, 2);
        await().until(this::published, records -> records.size() == 2);
        assertThat(owner()).isEqualTo("first");

        first.stop();
        read(device, 2, 3);

        await().until(this::published, records -> records.size() == 3);
        assertThat(owner()).isEqualTo("second");
        assertThat(published())
                .extracting(record -> headers(record).get("ce_id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRestartGoesOnWhereItWas() {
        var device = UUID.randomUUID();
        var first = start("first");
        read(device, 0, 1);
        await().until(this::published, records -> records.size() == 1);
        await().until(() -> lag().waiting() == 0);
        first.stop();
        read(device, 1, 2);
        assertThat(lag().waiting()).isOne();
        assertThat(lag().oldestSeconds()).isPositive();

        start("first");

        await().until(this::published, records -> records.size() == 2);
        await().until(() -> lag().waiting() == 0);
        assertThat(lag().oldestSeconds()).isZero();
        assertThat(published()).hasSize(2);
    }

    private PublicationLag lag() {
        return new PublicationLag(jdbc, new SimpleMeterRegistry());
    }

    private PublicationProcessor start(String node) {
        return start(node, new SimpleMeterRegistry());
    }

    private PublicationProcessor start(String node, SimpleMeterRegistry meters) {
        var processor = new PublicationProcessor(
                store, publications(), tokens(node), transactions, this::producer, meters, Duration.ofMillis(200));
        started.add(processor);
        processor.start();
        return processor;
    }

    private Publications publications() {
        return new Publications(
                PublicationProcessorIT::publish, JsonMapper.builder().build());
    }

    private static List<PublishedEvent> publish(StoredEvent stored) {
        return switch ((Reading) stored.payload()) {
            case Reading.Looked looked -> List.of();
            case Reading.Read read -> {
                PublishedEvent published = new MeterReadSubmitted(
                        new ReadId(UUID.fromString(stored.id())),
                        new DeviceId(read.device()),
                        Map.of(Counter.TOTAL, read.total()),
                        LocalDate.of(2026, 11, 21),
                        ReadSource.CUSTOMER,
                        false,
                        stored.time(),
                        null);
                yield read.total() < 1_000_000 ? List.of(published) : List.of(published, published);
            }
        };
    }

    private void read(UUID device, long sequence, long total) {
        append(device, sequence, new Reading.Read(device, total));
    }

    private void append(UUID device, long sequence, Reading event) {
        transaction.executeWithoutResult(status -> store.publish(new GenericDomainEventMessage<>(
                "MeterRegister",
                device.toString(),
                sequence,
                event,
                Map.of(
                        MetadataKeys.ACCOUNT, ACCOUNT.toString(),
                        MetadataKeys.ACTOR, "ada",
                        MetadataKeys.CORRELATION, "request-7",
                        MetadataKeys.CAUSATION, "command-9"),
                UUID.randomUUID().toString(),
                Instant.now())));
    }

    private String owner() {
        return jdbc.sql("select owner from token_entry where processor_name = 'publication'")
                .query(String.class)
                .single();
    }

    private List<ConsumerRecord<String, byte[]>> published() {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            begin.forEach(consumer::seek);
            var end = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < end.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static Map<String, ConsumerRecord<String, byte[]>> distinct(List<ConsumerRecord<String, byte[]>> records) {
        var byId = new LinkedHashMap<String, ConsumerRecord<String, byte[]>>();
        records.forEach(record -> byId.putIfAbsent(headers(record).get("ce_id"), record));
        return byId;
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString(), "enable.auto.commit", "false"),
                new StringDeserializer(),
                new org.apache.kafka.common.serialization.ByteArrayDeserializer());
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                PublicationAutoConfiguration.producerSettings(Map.of("bootstrap.servers", broker.getBrokersAsString())),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private TokenStore tokens(String node) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(pool))
                .serializer(serializer)
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .contentType(byte[].class)
                .nodeId(node)
                .claimTimeout(Duration.ofSeconds(2))
                .build();
    }

    private PostgresEventStore store() {
        var engine =
                new PostgresEventStorageEngine(pool, transactions, serializer, serializer, NoOpEventUpcaster.INSTANCE);
        return new PostgresEventStore(
                engine,
                Duration.ofMillis(100),
                NoOpMessageMonitor.INSTANCE,
                DefaultEventBusSpanFactory.builder()
                        .spanFactory(NoOpSpanFactory.INSTANCE)
                        .build());
    }

    /** Dies at every token when it is given to it for the first time. */
    private static final class DyingTokenStore implements TokenStore {
        private final TokenStore tokens;
        private final AtomicInteger crashes;
        private final Set<TrackingToken> seen = new HashSet<>();

        DyingTokenStore(TokenStore tokens, AtomicInteger crashes) {
            this.tokens = tokens;
            this.crashes = crashes;
        }

        @Override
        public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
            if (token != null && seen.add(token)) {
                crashes.incrementAndGet();
                throw new IllegalStateException("Died before the token was stored");
            }
            tokens.storeToken(token, processor, segment);
        }

        @Override
        public void initializeTokenSegments(String processor, int segments) {
            tokens.initializeTokenSegments(processor, segments);
        }

        @Override
        public TrackingToken fetchToken(String processor, int segment) {
            return tokens.fetchToken(processor, segment);
        }

        @Override
        public void extendClaim(String processor, int segment) {
            tokens.extendClaim(processor, segment);
        }

        @Override
        public void releaseClaim(String processor, int segment) {
            tokens.releaseClaim(processor, segment);
        }

        @Override
        public int[] fetchSegments(String processor) {
            return tokens.fetchSegments(processor);
        }
    }
}
