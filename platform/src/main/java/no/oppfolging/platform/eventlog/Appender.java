package no.oppfolging.platform.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import no.oppfolging.platform.eventlog.AppendBatch.HeadRow;
import no.oppfolging.platform.eventlog.AppendRequest.Outcome;
import no.oppfolging.platform.eventlog.AppendTransaction.Appended;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a service instance: requests that wait together are stored together, on a connection of its own.
 *
 * <p>A caller that finds nobody else about stores its request itself, which spares it two changes of thread; as soon as
 * requests come together a thread of the appender's own gathers them.
 *
 * <p>A caller returns only when its batch is durable. A batch goes the short way first, and the careful way for a while
 * after that has failed. When a unique key fires even there, or the database refuses one request, the batch is done
 * again one by one, so that one loser leaves the others untouched. When the connection is lost before the answer to a
 * commit, the outcome is unknown, and is said so.
 */
final class Appender implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Appender.class);
    private static final int MOST_AT_ONCE = 256;
    private static final long TRUSTED_WHILE_IDLE = Duration.ofSeconds(1).toNanos();
    private static final int SECONDS_TO_ANSWER = 5;

    private final DataSource dataSource;
    private final AppendTransaction transaction;
    private final LongConsumer onMoved;
    private final Caution caution = new Caution();
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Answering answering;
    private final Thread thread;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean closed;
    private volatile boolean quiet = true;
    private @Nullable Connection connection;
    private @Nullable HeadRow head;
    private long lastUsed;

    private record Waiting(AppendRequest request, CompletableFuture<Outcome> outcome) {}

    /** @param onMoved hears the head's new position after every commit that moved it */
    Appender(String service, DataSource dataSource, AppendTransaction transaction, LongConsumer onMoved) {
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.onMoved = onMoved;
        this.answering = new Answering(service);
        this.thread = Thread.ofPlatform().name(service + "-appender").daemon().start(this::appendUntilClosed);
    }

    /** Stores a request and returns when that is durable, or says why not. */
    Outcome append(AppendRequest request) {
        var waiting = new Waiting(request, new CompletableFuture<>());
        if (!appendHere(waiting)) {
            queue.add(waiting);
            if (closed) {
                failAll(queue);
            }
        }
        try {
            return waiting.outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** A virtual thread does not: interrupted while it waits for the database it would close the connection. */
    private boolean appendHere(Waiting waiting) {
        if (!quiet
                || !queue.isEmpty()
                || turn.hasQueuedThreads()
                || Thread.currentThread().isVirtual()
                || !turn.tryLock()) {
            return false;
        }
        try {
            if (closed) {
                return false;
            }
            append(List.of(waiting));
            return true;
        } finally {
            turn.unlock();
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
            turn.lock();
            try {
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                quiet = batch.size() == 1;
                append(batch);
            } finally {
                turn.unlock();
            }
        }
        failAll(queue);
        turn.lock();
        try {
            disconnect();
        } finally {
            turn.unlock();
        }
    }

    private static void failAll(Collection<Waiting> queue) {
        queue.removeIf(waiting -> {
            waiting.outcome.completeExceptionally(new IllegalStateException("The log is closed"));
            return true;
        });
    }

    private void append(List<Waiting> batch) {
        var loaded = new ArrayList<Waiting>(batch.size());
        var others = new ArrayList<Waiting>();
        for (var waiting : batch) {
            (waiting.request.isFromLoadedAggregates() ? loaded : others).add(waiting);
        }
        if (head == null || caution.isDue() || loaded.isEmpty()) {
            carefully(batch);
            return;
        }
        atOnce(loaded, head);
        if (!others.isEmpty()) {
            carefully(others);
        }
    }

    private void atOnce(List<Waiting> batch, HeadRow expected) {
        try {
            var connected = connected(true);
            var appended = transaction.atOnce(connected, expected, requests(batch));
            if (appended.isPresent()) {
                caution.proveUnneeded();
                answer(batch, appended.get());
                return;
            }
        } catch (SQLException e) {
            if (isLost(e)) {
                disconnect();
                fail(batch, new OutcomeUnknown(e));
                return;
            }
        } catch (RuntimeException e) {
            fail(batch, e);
            return;
        }
        caution.take();
        carefully(batch);
    }

    private void carefully(List<Waiting> batch) {
        Connection connected;
        Appended appended;
        try {
            connected = connected(false);
            appended = transaction.carefully(connected, requests(batch));
        } catch (SQLException e) {
            rollBack();
            if (batch.size() > 1 && !isLost(e)) {
                batch.forEach(waiting -> carefully(List.of(waiting)));
            } else {
                fail(batch, new LogUnavailable(e));
            }
            return;
        } catch (RuntimeException e) {
            rollBack();
            fail(batch, e);
            return;
        }
        try {
            connected.commit();
        } catch (SQLException e) {
            disconnect();
            fail(batch, new OutcomeUnknown(e));
            return;
        }
        answer(batch, appended);
    }

    private void answer(List<Waiting> batch, Appended appended) {
        head = appended.head();
        if (appended.moved()) {
            onMoved.accept(appended.head().position());
        }
        var callers = new ArrayList<CompletableFuture<Outcome>>(batch.size());
        batch.forEach(waiting -> callers.add(waiting.outcome));
        answering.answer(callers, appended.outcomes());
    }

    private static List<AppendRequest> requests(List<Waiting> batch) {
        var requests = new ArrayList<AppendRequest>(batch.size());
        batch.forEach(waiting -> requests.add(waiting.request));
        return requests;
    }

    private static void fail(List<Waiting> batch, RuntimeException reason) {
        log.warn("A batch was not stored: requests={} reason={}", batch.size(), reason.getMessage());
        batch.forEach(waiting -> waiting.outcome.completeExceptionally(reason));
    }

    /** A connection that has been idle is asked first, so that a server that was restarted costs nobody an outcome. */
    private Connection connected(boolean autoCommit) throws SQLException {
        var open = connection;
        var idle = System.nanoTime() - lastUsed > TRUSTED_WHILE_IDLE;
        if (open != null && (open.isClosed() || (idle && !open.isValid(SECONDS_TO_ANSWER)))) {
            disconnect();
            open = null;
        }
        if (open == null) {
            open = dataSource.getConnection();
            connection = open;
        }
        open.setAutoCommit(autoCommit);
        lastUsed = System.nanoTime();
        return open;
    }

    /** Whether the database did not answer: what it refused is not stored, what it did not answer may be. */
    private boolean isLost(SQLException e) {
        var state = e.getSQLState();
        try {
            return state == null
                    || state.startsWith("08")
                    || state.startsWith("57")
                    || connection == null
                    || connection.isClosed();
        } catch (SQLException closed) {
            return true;
        }
    }

    private void rollBack() {
        try {
            if (connection != null) {
                connection.rollback();
            }
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
        answering.close();
    }
}
