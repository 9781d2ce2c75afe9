package io.platen.platform.inbox;

import io.platen.contracts.event.Topic;
import io.platen.platform.database.DatabaseFaults;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.GenericMessageListener;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.util.backoff.FixedBackOff;

/** One listener for each consumer; the place in the topic moves only behind the consumer's own commit. */
final class InboxContainers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxContainers.class);
    private static final long STOP_SECONDS = 10;

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();
    private volatile boolean running;

    InboxContainers(
            String service,
            List<InboxConsumer> consumers,
            Inbox inbox,
            ConsumerFactory<String, byte[]> kafka,
            KafkaOperations<String, byte[]> deadLetters,
            InboxProperties properties) {
        for (var consumer : consumers) {
            var topics = consumer.topics().stream().map(Topic::topicName).toArray(String[]::new);
            var settings = new ContainerProperties(topics);
            settings.setGroupId(service + "." + consumer.name());
            settings.setClientId(service + "." + consumer.name());
            settings.setAckMode(ContainerProperties.AckMode.BATCH);
            settings.setMessageListener(listener(inbox, consumer));
            var container = new ConcurrentMessageListenerContainer<>(kafka, settings);
            container.setBeanName("inbox-" + consumer.name());
            container.setConcurrency(properties.concurrency());
            container.setCommonErrorHandler(errors(service, consumer, inbox, deadLetters, properties));
            containers.add(container);
        }
    }

    private static GenericMessageListener<?> listener(Inbox inbox, InboxConsumer consumer) {
        return consumer.onlyProjects()
                ? (BatchMessageListener<String, byte[]>) polled -> inbox.project(consumer, polled)
                : (MessageListener<String, byte[]>) record -> inbox.handle(consumer, record);
    }

    private static DefaultErrorHandler errors(
            String service,
            InboxConsumer consumer,
            Inbox inbox,
            KafkaOperations<String, byte[]> deadLetters,
            InboxProperties properties) {
        var publisher = new DeadLetterPublishingRecoverer(
                deadLetters, (record, failure) -> new TopicPartition(deadLetterTopic(record.topic()), -1));
        publisher.setFailIfSendResultIsError(true);
        publisher.setHeadersFunction((record, failure) -> causeHeaders(service, consumer, failure));
        var backOff = new ExponentialBackOffWithMaxRetries(properties.retries());
        backOff.setInitialInterval(properties.firstPause().toMillis());
        backOff.setMultiplier(3);
        backOff.setMaxInterval(5_000);
        var handler = new DefaultErrorHandler(
                (record, failure) -> {
                    publisher.accept(record, failure);
                    inbox.count(consumer, "dead");
                    LOG.error(
                            "{} could not handle {}-{}@{}, which is a dead letter now",
                            consumer.name(),
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            failure);
                },
                backOff);
        handler.setLogLevel(KafkaException.Level.DEBUG); // the listener below tells it once
        handler.addNotRetryableExceptions(UnreadableEventException.class);
        // a database that is away says nothing against the event
        handler.setBackOffFunction((record, failure) -> {
            return DatabaseFaults.passes(failure) ? new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS) : null;
        });
        handler.setRetryListeners((record, failure, attempt) -> {
            if (attempt == 1 && failure != null) {
                LOG.warn(
                        "{} tries {}@{} again: {}",
                        consumer.name(),
                        record.topic(),
                        record.offset(),
                        causeOf(failure).toString());
            }
        });
        return handler;
    }

    private static String deadLetterTopic(String topic) {
        var name = topic.substring(topic.indexOf('.') + 1).toUpperCase(Locale.ROOT);
        return Topic.valueOf(name).deadLetterTopicName();
    }

    private static Headers causeHeaders(String service, InboxConsumer consumer, Exception failure) {
        var cause = causeOf(failure);
        var headers = new RecordHeaders();
        headers.add("platen-consumer", bytes(service + "." + consumer.name()));
        headers.add("platen-cause", bytes(cause.getClass().getName()));
        headers.add("platen-cause-message", bytes(String.valueOf(cause.getMessage())));
        return headers;
    }

    private static Throwable causeOf(Throwable failure) {
        var cause = failure;
        while (cause.getClass().getName().startsWith("org.springframework.kafka") && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        var stopped = new CountDownLatch(containers.size());
        containers.forEach(container -> container.stop(stopped::countDown));
        try {
            if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Not every consumer has stopped within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
