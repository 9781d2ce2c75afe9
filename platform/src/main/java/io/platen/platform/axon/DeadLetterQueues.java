package io.platen.platform.axon;

import io.platen.platform.axon.CarefulHandling.BatchMustBeRepeated;
import io.platen.platform.database.DatabaseFaults;
import java.util.function.Function;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;

/**
 * Every processing group has Axon's JDBC dead letter queue; an outage of the database is no reason to use it. Whoever
 * holds a segment remembers what lies there of it, because asking is one more round trip for every event.
 */
final class DeadLetterQueues extends DeadLetterQueueProviderConfigurerModule {

    private final Function<String, Function<Configuration, SequencedDeadLetterQueue<EventMessage<?>>>> queues;

    DeadLetterQueues(
            EventProcessorProperties processors,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer) {
        this(
                processors,
                group -> configuration -> JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .processingGroup(group)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(AxonSchemas.deadLetters())
                        .genericSerializer(serializer)
                        .eventSerializer(serializer)
                        .maxSequences(100_000)
                        .maxSequenceSize(100_000)
                        .build());
    }

    private DeadLetterQueues(
            EventProcessorProperties processors,
            Function<String, Function<Configuration, SequencedDeadLetterQueue<EventMessage<?>>>> queues) {
        super(processors, queues);
        this.queues = queues;
    }

    @Override
    public void configureModule(Configurer configurer) {
        var processing = configurer.eventProcessing();
        processing
                .registerDefaultDeadLetterPolicy(configuration -> DeadLetterQueues::decide)
                .registerDeadLetterQueueProvider(group -> {
                    processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                            group, (configuration, invoker) -> invoker.enableSequenceIdentifierCache());
                    return queues.apply(group);
                });
    }

    /** @throws RuntimeException to have the whole batch undone and tried again */
    static EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (letter instanceof JdbcDeadLetter<?>) {
            return Decisions.requeue(ThrowableCause.truncated(rootOf(cause)));
        }
        if (cause instanceof BatchMustBeRepeated repeat) {
            throw repeat;
        }
        if (DatabaseFaults.passes(cause)) {
            throw new IllegalStateException("Not the event's fault: " + cause, cause);
        }
        return Decisions.enqueue(ThrowableCause.truncated(cause));
    }

    private static Throwable rootOf(Throwable cause) {
        return cause instanceof BatchMustBeRepeated && cause.getCause() != null ? cause.getCause() : cause;
    }
}
