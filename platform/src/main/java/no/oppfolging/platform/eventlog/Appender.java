package no.oppfolging.platform.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import no.oppfolging.platform.eventlog.AppendRequest.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a service instance: requests that wait together are stored together, on a connection of its own.
 *
 * <p>A caller returns only when its batch is durable. When a unique key fires, the batch is done again one by one, so
 * that one loser leaves the others untouched. When the connection is lost during commit the outcome is unknown, and is
 * said so.
 */
final class Appender implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Appender.class);
    private static final int MOST_AT_ONCE = 256;
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource dataSource;
    private final AppendTransaction transaction;
    private final LongConsumer onMoved;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Connection connection;

    private record Waiting(AppendRequest request, CompletableFuture<Outcome> outcome) {}

    /** @param onMoved hears the head's new position after every commit that moved it */
    Appender(String service, DataSource dataSource, AppendTransaction transaction, LongConsumer onMoved) {
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.onMoved = onMoved;
        this.thread = Thread.ofPlatform().name(service + "-appender").daemon().start(this::appendUntilClosed);
    }

    /** Stores a request and returns when that is durable, or says why not. */
    Outcome append(AppendRequest request) {
        if (closed) {
            throw new IllegalStateException("The log is closed");
        }
        var waiting = new Waiting(request, new CompletableFuture<>());
        queue.add(waiting);
        try {
            return waiting.outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void appendUntilClosed() {
        var batch = new ArrayList<Waiting>();
        while (!closed) {
            batch.clear();
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                break;
            }
            queue.drainTo(batch, MOST_AT_ONCE - 1);
            appendTogether(batch);
        }
        queue.drainTo(batch);
        batch.forEach(waiting -> waiting.outcome.completeExceptionally(new IllegalStateException("The log is closed")));
        disconnect();
    }

    private void appendTogether(List<Waiting> batch) {
        try {
            store(batch);
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState()) && batch.size() > 1) {
                batch.forEach(waiting -> appendTogether(List.of(waiting)));
            } else {
                fail(batch, new LogUnavailable(e));
            }
        } catch (RuntimeException e) {
            fail(batch, e);
        }
    }

    private void store(List<Waiting> batch) throws SQLException {
        var connected = connected();
        AppendTransaction.Prepared prepared;
        try {
            prepared = transaction.prepare(
                    connected, batch.stream().map(Waiting::request).toList());
        } catch (SQLException | RuntimeException e) {
            rollBack(connected);
            throw e;
        }
        try {
            connected.commit();
        } catch (SQLException e) {
            disconnect();
            fail(batch, new OutcomeUnknown(e));
            return;
        }
        if (prepared.moved()) {
            onMoved.accept(prepared.head());
        }
        for (var i = 0; i < batch.size(); i++) {
            batch.get(i).outcome.complete(prepared.outcomes().get(i));
        }
    }

    private static void fail(List<Waiting> batch, RuntimeException reason) {
        log.warn("A batch was not stored: requests={} reason={}", batch.size(), reason.getMessage());
        batch.forEach(waiting -> waiting.outcome.completeExceptionally(reason));
    }

    private Connection connected() throws SQLException {
        if (connection == null || connection.isClosed()) {
            connection = dataSource.getConnection();
            connection.setAutoCommit(false);
        }
        return connection;
    }

    private void rollBack(Connection connected) {
        try {
            connected.rollback();
        } catch (SQLException e) {
            disconnect();
        }
    }

    private void disconnect() {
        var open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                log.debug("The appender's connection was gone already", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
