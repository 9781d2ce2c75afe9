package io.platen.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.platen.platform.observability.Repeated;
import io.platen.platform.publish.PlatenTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.core.ProducerFactory;

/** Listens for every {@link InboxConsumer}. */
@AutoConfiguration(
        afterName = {
            "io.platen.platform.publish.PublicationAutoConfiguration",
            "io.platen.platform.access.AccessAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConditionalOnBean({InboxConsumer.class, ConsumerFactory.class})
@EnableConfigurationProperties(InboxProperties.class)
public class InboxAutoConfiguration {

    /** A topic that appears later is found within this time. */
    private static final int METADATA_AGE_MILLIS = 5_000;

    @Bean
    Inbox inbox(
            JdbcClient jdbc,
            TransactionManager transactions,
            ObjectProvider<CorrelationDataProvider> causes,
            MeterRegistry meters) {
        return new Inbox(jdbc, transactions, causes.orderedStream().toList(), meters);
    }

    @Bean
    InboxContainers inboxContainers(
            @Value("${platen.inbox.group:${spring.application.name:platen}}") String service,
            List<InboxConsumer> consumers,
            Inbox inbox,
            ConsumerFactory<?, ?> consumerDefaults,
            ProducerFactory<?, ?> producerDefaults,
            InboxProperties properties,
            MeterRegistry meters) {
        var kafka = new DefaultKafkaConsumerFactory<>(
                consumerSettings(consumerDefaults.getConfigurationProperties()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        kafka.addListener(new MicrometerConsumerListener<>(meters));
        var deadLetters = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                producerSettings(producerDefaults.getConfigurationProperties()),
                new StringSerializer(),
                new ByteArraySerializer()));
        return new InboxContainers(service, consumers, inbox, kafka, deadLetters, properties);
    }

    @Bean
    Repeated forgettingHandledEvents(Inbox inbox, InboxProperties properties) {
        return Repeated.hourly(
                "forget-handled-events",
                () -> inbox.forgetOlderThanDays(
                        Math.toIntExact(properties.remember().toDays())));
    }

    /** Whoever comes first creates them, the publisher or the reader. */
    @Bean
    @ConditionalOnMissingBean(KafkaAdmin.NewTopics.class)
    @ConditionalOnProperty(name = "platen.topics.create", matchIfMissing = true)
    KafkaAdmin.NewTopics topicsToRead(@Value("${platen.topics.partitions:4}") int partitions) {
        return PlatenTopics.all(partitions);
    }

    private static Map<String, Object> consumerSettings(Map<String, Object> connection) {
        var settings = new HashMap<>(connection);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.CLIENT_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MILLIS);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        return settings;
    }

    private static Map<String, Object> producerSettings(Map<String, Object> connection) {
        var settings = new HashMap<>(connection);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "dead-letters");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        return settings;
    }
}
