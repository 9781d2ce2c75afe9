package io.platen.platform.testing;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.platform.inbox.Received;
import io.platen.platform.inbox.ReceivedEvents;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Plays the other services on Kafka: publishes what they would, and awaits what this service publishes. */
public final class Events implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private @Nullable KafkaProducer<String, byte[]> producer;

    /** @return the event's id */
    public String publish(PublishedEvent event, Object aggregateId, long sequence) {
        return publish(event, aggregateId, sequence, null);
    }

    /** @return the event's id */
    public String publish(PublishedEvent event, Object aggregateId, long sequence, @Nullable AccountId account) {
        var id = UUID.randomUUID().toString();
        publish(id, event, aggregateId, sequence, account);
        return id;
    }

    /** For duplicates, which have the same id. */
    public void publish(
            String id, PublishedEvent event, Object aggregateId, long sequence, @Nullable AccountId account) {
        publish(id, event.type(), event.topic(), JSON.writeValueAsBytes(event), aggregateId, sequence, account);
    }

    /** For types and data that no build of this house knows. */
    public void publish(
            String id,
            String type,
            Topic topic,
            byte[] data,
            Object aggregateId,
            long sequence,
            @Nullable AccountId account) {
        var builder = CloudEventBuilder.v1()
                .withId(id)
                .withType(type)
                .withSource(URI.create("urn:platen:" + topic.lowerCase()))
                .withSubject(aggregateId.toString())
                .withTime(OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(data)
                .withExtension("sequence", Long.toString(sequence))
                .withExtension("actor", "test")
                .withExtension("correlationid", "test-" + id);
        if (account != null) {
            builder.withExtension("account", account.toString());
        }
        send(KafkaMessageFactory.createWriter(topic.topicName(), aggregateId.toString())
                .writeBinary(builder.build()));
    }

    /** For records that are no events at all. */
    public void publishRaw(Topic topic, String key, byte[] value) {
        send(new ProducerRecord<>(topic.topicName(), key, value));
    }

    /** The first event of the type that fits, from the beginning of its topic. */
    public <E extends PublishedEvent> E await(Topic topic, Class<E> type, Predicate<E> fits) {
        return type.cast(await(
                        topic, received -> type.isInstance(received.event()) && fits.test(type.cast(received.event())))
                .event());
    }

    /** The first event that fits, from the beginning of its topic. */
    public Received await(Topic topic, Predicate<Received> fits) {
        var found = new ArrayList<Received>();
        awaitRecord(topic.topicName(), record -> {
            var received = ReceivedEvents.read(record);
            if (fits.test(received)) {
                found.add(received);
            }
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    /** The first dead letter that fits. */
    public ConsumerRecord<String, byte[]> awaitDeadLetter(Topic topic, Predicate<ConsumerRecord<String, byte[]>> fits) {
        return awaitRecord(topic.deadLetterTopicName(), fits);
    }

    /** All that is in the topic now. */
    public List<Received> all(Topic topic) {
        var all = new ArrayList<Received>();
        try (var consumer = consumer(topic.topicName())) {
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> all.add(ReceivedEvents.read(record)));
            }
        }
        return all;
    }

    private static ConsumerRecord<String, byte[]> awaitRecord(
            String topic, Predicate<ConsumerRecord<String, byte[]>> fits) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = consumer(topic)) {
            while (System.nanoTime() < end) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (fits.test(record)) {
                        return record;
                    }
                }
            }
        }
        throw new AssertionError("Nothing that fits came to " + topic + " within " + PATIENCE);
    }

    private static KafkaConsumer<String, byte[]> consumer(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", RealInfrastructure.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private synchronized void send(ProducerRecord<String, byte[]> record) {
        var open = producer;
        if (open == null) {
            producer = open = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", RealInfrastructure.bootstrapServers(), "linger.ms", 0),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        try {
            open.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
            producer = null;
        }
    }
}
