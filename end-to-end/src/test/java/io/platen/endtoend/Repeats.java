package io.platen.endtoend;

import io.platen.localstack.LocalStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Hands published events to everybody once more, byte for byte. */
final class Repeats {

    private Repeats() {}

    /** @return how many events of that type and key there were */
    static int deliverAgain(LocalStack stack, String topic, String type, String key, int times)
            throws ExecutionException, InterruptedException {
        var common = Map.<String, Object>of("bootstrap.servers", stack.kafka().bootstrapServers());
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(common, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var header = record.headers().lastHeader("ce_type");
                    if (header != null
                            && new String(header.value(), StandardCharsets.UTF_8).equals(type)
                            && new String(record.key(), StandardCharsets.UTF_8).equals(key)) {
                        found.add(record);
                    }
                }
            }
        }
        try (var producer = new KafkaProducer<>(common, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < times; i++) {
                for (var record : found) {
                    producer.send(new ProducerRecord<>(
                                    topic, record.partition(), record.key(), record.value(), record.headers()))
                            .get();
                }
            }
        }
        return found.size();
    }
}
