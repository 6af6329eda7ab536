package no.oppfolging.platform.eventlog;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Lets a subscriber's rows and its place in the log be written in one database transaction. */
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
