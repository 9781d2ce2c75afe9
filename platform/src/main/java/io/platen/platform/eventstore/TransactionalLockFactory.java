package io.platen.platform.eventstore;

import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Locks an aggregate within this process until the whole transaction has ended, so that nobody builds on what may still
 * be rolled back. Between processes the append itself finds the conflict.
 */
public final class TransactionalLockFactory implements LockFactory {

    static final int UNLOCK_ORDER = Ordered.LOWEST_PRECEDENCE;

    private final LockFactory locks = PessimisticLockFactory.builder()
            .acquireAttempts(500)
            .lockAttemptTimeout(10)
            .build();

    @Override
    public Lock obtainLock(String identifier) {
        return new HeldUntilTheEnd(locks.obtainLock(identifier));
    }

    private record HeldUntilTheEnd(Lock lock) implements Lock {

        @Override
        public void release() {
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                lock.release();
                return;
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public int getOrder() {
                    return UNLOCK_ORDER;
                }

                @Override
                public void afterCompletion(int status) {
                    lock.release();
                }
            });
        }

        @Override
        public boolean isHeld() {
            return lock.isHeld();
        }
    }
}
