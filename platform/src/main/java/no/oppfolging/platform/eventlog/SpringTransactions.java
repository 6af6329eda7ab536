package no.oppfolging.platform.eventlog;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Lets a subscriber's rows and its place in the log be written in one database transaction.
 *
 * <p>Waited for until it is on the disk, though the log could tell it again: when the database server dies and comes
 * back, a follower goes on from the place in its own memory, and rows undone behind it would be missing for ever.
 */
record SpringTransactions(PlatformTransactionManager spring) implements TransactionManager {
    @Override
    public Transaction startTransaction() {
        var status = spring.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
            @Override
            public void commit() {
                spring.commit(status);
            }

            @Override
            public void rollback() {
                if (!status.isCompleted()) {
                    spring.rollback(status);
                }
            }
        };
    }
}
