package io.platen.platform.publish;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Publication runs in every service that says what it publishes. */
@AutoConfiguration(
        afterName = {
            "io.platen.platform.axon.EventStoreAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConditionalOnBean({PublishedEventMapper.class, ProducerFactory.class})
public class PublicationAutoConfiguration {

    /** A record may carry a device's whole report; past this the broker's own limit would refuse it as well. */
    private static final int MAX_RECORD_BYTES = 1_000_000;

    @Bean
    Publications publications(PublishedEventMapper mapper) {
        return new Publications(mapper, JsonMapper.builder().build());
    }

    @Bean
    PublicationProcessor publicationProcessor(
            EventStore events,
            Publications publications,
            TokenStore tokens,
            TransactionManager transactions,
            ProducerFactory<?, ?> kafka,
            MeterRegistry meters,
            @Value("${platen.publication.patience:1500ms}") Duration patience) {
        var settings = producerSettings(kafka.getConfigurationProperties());
        return new PublicationProcessor(
                events,
                publications,
                tokens,
                transactions,
                () -> new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()),
                meters,
                patience);
    }

    @Bean
    PublicationLag publicationLag(JdbcClient jdbc, MeterRegistry meters) {
        return new PublicationLag(jdbc, meters);
    }

    /** Created where they are missing. The number of partitions is how many consumers of one group may share them. */
    @Bean
    @ConditionalOnProperty(name = "platen.topics.create", matchIfMissing = true)
    KafkaAdmin.NewTopics topics(@Value("${platen.topics.partitions:4}") int partitions) {
        return PlatenTopics.all(partitions);
    }

    /** Tries for ever and in order; only a fault that no repetition cures comes back. */
    static Map<String, Object> producerSettings(Map<String, Object> connection) {
        var settings = new HashMap<>(connection);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, PublicationProcessor.NAME);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        return settings;
    }
}
