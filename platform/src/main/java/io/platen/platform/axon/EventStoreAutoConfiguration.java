package io.platen.platform.axon;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.platen.platform.eventstore.AggregateCache;
import io.platen.platform.eventstore.PostgresEventStorageEngine;
import io.platen.platform.eventstore.PostgresEventStore;
import io.platen.platform.eventstore.RestoredFromElsewhereCheck;
import io.platen.platform.eventstore.StoredEventSerializer;
import io.platen.platform.eventstore.StoredEventTypes;
import io.platen.platform.eventstore.TransactionalLockFactory;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.SnapshotterSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Stands behind Boot 4's data source and metrics and ahead of Axon's own auto-configuration, which orders itself by
 * class names of Boot 3 and would silently run without transactions.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        },
        beforeName = {
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration"
        })
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties({EventStoreProperties.class, EventProcessorProperties.class})
public class EventStoreAutoConfiguration {

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    /** {@code PSQLException} has no subclass for integrity violations. */
    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return exception -> exception instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("23");
    }

    @Bean
    @Primary
    StoredEventSerializer serializer(ObjectProvider<StoredEventTypes> types) {
        return StoredEventSerializer.of(StoredEventTypes.merged(types.stream().toList()));
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            DataSource dataSource,
            TransactionManager transactions,
            StoredEventSerializer serializer,
            ObjectProvider<StoredEventTypes> types,
            Configuration configuration) {
        var snapshots = StoredEventSerializer.ofFields(
                StoredEventTypes.merged(types.stream().toList()));
        return new PostgresEventStorageEngine(
                dataSource, transactions, serializer, snapshots, configuration.upcasterChain());
    }

    @Bean(name = "eventBus", destroyMethod = "close")
    PostgresEventStore eventStore(
            PostgresEventStorageEngine engine, EventStoreProperties properties, Configuration configuration) {
        return new PostgresEventStore(
                engine,
                properties.idlePoll(),
                configuration.messageMonitor(EventStore.class, "eventStore"),
                configuration.getComponent(EventBusSpanFactory.class));
    }

    @Bean
    RestoredFromElsewhereCheck restoredFromElsewhereCheck(JdbcClient jdbc) {
        return new RestoredFromElsewhereCheck(jdbc);
    }

    @Bean
    TokenSchema tokenSchema() {
        return AxonSchemas.tokens();
    }

    @Bean
    TokenStore tokenStore(
            ConnectionProvider connections,
            Serializer serializer,
            TokenSchema schema,
            EventStoreProperties properties) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(schema)
                .contentType(byte[].class)
                .claimTimeout(properties.claimTimeout())
                .build();
    }

    @Bean
    CorrelationDataProvider causedBy() {
        return new CausedBy();
    }

    @Bean
    AggregateCache aggregateCache(PostgresEventStorageEngine engine, EventStoreProperties properties) {
        return new AggregateCache(properties.cachedAggregates(), engine::lastSequenceNumberFor);
    }

    @Bean
    LockFactory aggregateLocks() {
        return new TransactionalLockFactory();
    }

    @Bean
    CommandTargetResolver commandTargets() {
        return new CommandTargets();
    }

    @Bean
    static BeanPostProcessor aggregateDefaults(ConfigurableListableBeanFactory beans) {
        return new AggregateDefaults(beans);
    }

    /** For aggregates that live long: {@code @Aggregate(snapshotTriggerDefinition = "snapshotTrigger")}. */
    @Bean
    SnapshotTriggerDefinition snapshotTrigger(Snapshotter snapshotter, EventStoreProperties properties) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, properties.snapshotAfter());
    }

    /** Snapshots are written behind the command, from what is committed. */
    @Bean
    Snapshotter aggregateSnapshotter(
            Configuration configuration,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            EventStore events,
            TransactionManager transactions,
            SnapshotterSpanFactory spans) {
        var behind = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("snapshots").factory());
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(configuration::repository)
                .transactionManager(transactions)
                .executor(behind)
                .eventStore(events)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .spanFactory(spans)
                .build();
    }

    /** Pooled, in batches, one transaction for token and projection, and a failure never passes silently. */
    @Bean
    ConfigurerModule eventProcessing(EventStoreProperties properties) {
        var claimInterval = properties.claimTimeout().toMillis() / 4;
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                .usingPooledStreamingEventProcessors(
                        (configuration, builder) -> builder.batchSize(properties.batchSize())
                                .initialSegmentCount(properties.segments())
                                .tokenClaimInterval(claimInterval)
                                .claimExtensionThreshold(claimInterval));
    }

    @Bean
    CarefulHandling carefulHandling(DataSource dataSource) {
        return new CarefulHandling(dataSource);
    }

    @Bean
    DeadLetterQueueProviderConfigurerModule deadLetterQueues(
            EventProcessorProperties processors,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer) {
        return new DeadLetterQueues(processors, connections, transactions, serializer);
    }

    @Bean
    DeadLetterRetry deadLetterRetry(
            Configuration configuration, EventStoreProperties properties, MeterRegistry registry) {
        return new DeadLetterRetry(configuration, properties.deadLetterRetry(), registry);
    }

    @Bean
    TimeGauge unsettledEvents(MeterRegistry registry, PostgresEventStore store) {
        return TimeGauge.builder(
                        "platen.events.unsettled",
                        store,
                        TimeUnit.MILLISECONDS,
                        events -> events.waitingForOlderTransactions().toMillis())
                .description("How long committed events have waited for an older transaction of the cluster to end")
                .register(registry);
    }
}
