package io.platen.platform.axon;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code platen.events.*}
 *
 * @param idlePoll how long other instances' events may stay unseen when nothing happens
 * @param batchSize events per transaction of a processor
 * @param segments into how many parts a new processor divides its aggregates, to be shared by the instances
 * @param claimTimeout after which another instance takes the work of a dead one
 * @param cachedAggregates how many are kept in memory
 * @param snapshotAfter events after which an aggregate that asks for {@code snapshotTrigger} is written as a snapshot
 * @param deadLetterRetry how often dead letters are tried again
 */
@ConfigurationProperties("platen.events")
record EventStoreProperties(
        @DefaultValue("150ms") Duration idlePoll,
        @DefaultValue("100") int batchSize,
        @DefaultValue("4") int segments,
        @DefaultValue("6s") Duration claimTimeout,
        @DefaultValue("10000") int cachedAggregates,
        @DefaultValue("100") int snapshotAfter,
        @DefaultValue("30s") Duration deadLetterRetry) {}
