package no.oppfolging.platform.eventlog;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import no.oppfolging.platform.eventlog.StoredEvents.StoredRow;

/** Pages of the log in order: the next is fetched while the one before is decoded and worked on. */
final class ReadAhead implements Iterator<List<RecordedEvent>> {
    private static final Executor BESIDE = Thread::startVirtualThread;

    private final StoredEvents events;
    private final int size;
    private CompletableFuture<List<StoredRow>> next;

    ReadAhead(StoredEvents events, long after, int size) {
        this.events = events;
        this.size = size;
        this.next = fetch(after);
    }

    private CompletableFuture<List<StoredRow>> fetch(long after) {
        return CompletableFuture.supplyAsync(() -> events.rowsAfter(after, size), BESIDE);
    }

    @Override
    public boolean hasNext() {
        return !next.join().isEmpty();
    }

    @Override
    public List<RecordedEvent> next() {
        var rows = next.join();
        if (rows.isEmpty()) {
            throw new NoSuchElementException();
        }
        var readable = events.readable(rows);
        next = fetch(readable.getLast().position());
        return events.decoded(readable);
    }
}
