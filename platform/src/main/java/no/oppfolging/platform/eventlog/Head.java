package no.oppfolging.platform.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the log ends, as this instance knows it: told by its own appender after each commit, and by one look at the
 * head row at a time for what other instances append. Wakes those who wait for more.
 */
final class Head implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Head.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final LongSupplier stored;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread looking;
    private volatile long position;
    private volatile boolean closed;

    Head(String service, LongSupplier stored) {
        this.stored = stored;
        this.position = stored.getAsLong();
        this.looking = Thread.ofPlatform().name(service + "-log-head").daemon().start(this::lookUntilClosed);
    }

    long position() {
        return position;
    }

    void movedTo(long newPosition) {
        lock.lock();
        try {
            if (newPosition <= position) {
                return;
            }
            position = newPosition;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Runnable::run);
    }

    boolean awaitAfter(long seen, Duration atMost) throws InterruptedException {
        var left = atMost.toNanos();
        lock.lock();
        try {
            while (position <= seen) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    private void lookUntilClosed() {
        var failing = false;
        while (!closed) {
            try {
                TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
                movedTo(stored.getAsLong());
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!failing && !closed) {
                    log.warn("The head of the log cannot be read: {}", e.getMessage());
                }
                failing = true;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        looking.interrupt();
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
