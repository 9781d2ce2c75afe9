package io.platen.platform.axon;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets one event fail without its batch. A failed statement spoils the whole transaction in PostgreSQL, and a failed
 * handler may have written half of its effect; but a savepoint for every event would cost two round trips each. So the
 * first failure undoes the batch ({@link BatchMustBeRepeated}), and for a while this handler's events run each behind a
 * savepoint: then the one that fails is undone alone and becomes a dead letter.
 */
final class CarefulHandling implements HandlerEnhancerDefinition {

    /** More than a batch and what was read ahead of it in several segments. */
    private static final int CAREFUL_EVENTS = 2_000;

    /** Thrown through Axon's dead letter policy, so that the batch is rolled back and comes again. */
    static final class BatchMustBeRepeated extends RuntimeException {
        BatchMustBeRepeated(Exception cause) {
            super("The batch is repeated event by event, because one failed: " + cause, cause);
        }
    }

    private final DataSource dataSource;
    private final Map<Class<?>, AtomicInteger> careful = new ConcurrentHashMap<>();

    CarefulHandling(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        var projects = original.unwrap(Method.class)
                .filter(method -> method.isAnnotationPresent(EventHandler.class))
                .isPresent();
        return projects ? new Member<>(original) : original;
    }

    private final class Member<T> extends WrappedMessageHandlingMember<T> {

        Member(MessageHandlingMember<T> delegate) {
            super(delegate);
        }

        @Override
        public Object handle(Message<?> message, T target) throws Exception {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                return super.handle(message, target);
            }
            var left = careful.computeIfAbsent(target.getClass(), type -> new AtomicInteger());
            if (left.get() > 0) {
                left.decrementAndGet();
                return handleBehindSavepoint(message, target);
            }
            try {
                return super.handle(message, target);
            } catch (Exception e) {
                left.set(CAREFUL_EVENTS);
                throw new BatchMustBeRepeated(e);
            }
        }

        private Object handleBehindSavepoint(Message<?> message, T target) throws Exception {
            var connection = DataSourceUtils.getConnection(dataSource);
            try {
                var savepoint = connection.setSavepoint();
                try {
                    var result = super.handle(message, target);
                    connection.releaseSavepoint(savepoint);
                    return result;
                } catch (Exception e) {
                    try {
                        connection.rollback(savepoint);
                    } catch (SQLException undo) {
                        e.addSuppressed(undo);
                        throw new BatchMustBeRepeated(e);
                    }
                    throw e;
                }
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }
    }
}
