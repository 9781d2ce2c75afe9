package io.platen.platform.publish;

import io.platen.contracts.event.Topic;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics of all services, made by whoever comes first, the publisher or a reader. */
public final class PlatenTopics {

    /** A view is made again from the beginning of its topics. */
    private static final String KEPT_FOR_EVER = "-1";

    private PlatenTopics() {}

    /** @param partitions how many consumers of one group may share a topic */
    public static KafkaAdmin.NewTopics all(int partitions) {
        return new KafkaAdmin.NewTopics(Stream.of(Topic.values())
                .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterTopicName()))
                .map(name -> TopicBuilder.name(name)
                        .partitions(partitions)
                        .config(TopicConfig.RETENTION_MS_CONFIG, KEPT_FOR_EVER)
                        .build())
                .toArray(NewTopic[]::new));
    }
}
