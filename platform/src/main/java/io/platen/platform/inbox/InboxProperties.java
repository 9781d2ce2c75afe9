package io.platen.platform.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code platen.inbox.*}
 *
 * @param concurrency threads for each consumer, at most as many as a topic has partitions
 * @param retries before an event becomes a dead letter
 * @param firstPause before the first retry; each further one is three times as long, up to 5 s
 * @param remember how long it is known that an event was handled; longer than Kafka keeps it
 */
@ConfigurationProperties("platen.inbox")
record InboxProperties(
        @DefaultValue("1") int concurrency,
        @DefaultValue("5") int retries,
        @DefaultValue("100ms") Duration firstPause,
        @DefaultValue("90d") Duration remember) {}
