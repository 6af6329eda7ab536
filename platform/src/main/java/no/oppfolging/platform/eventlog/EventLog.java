package no.oppfolging.platform.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;

/** Reads a service's log; no cursor is held between calls. */
public interface EventLog {
    /** The next events after a position, in order, at most {@code limit}. */
    List<RecordedEvent> after(long position, int limit);

    /**
     * All events after a position, in order, by pages of at most {@code size}: the next is fetched while one is worked
     * on. It ends where the log ends, and at an event that this version of the service cannot read it throws.
     */
    Iterator<List<RecordedEvent>> pagesAfter(long position, int size);

    /** Every event of a stream, in order. */
    List<RecordedEvent> ofStream(UUID stream);

    /** Every event of a case recorded up to an instant, in order: what was known then. */
    List<RecordedEvent> ofCase(CaseId caseId, Instant knownAt);

    /** The last position. */
    long head();

    /** Waits until something stands after a position, or the time is up; tells which. */
    boolean awaitAfter(long position, Duration atMost) throws InterruptedException;
}
