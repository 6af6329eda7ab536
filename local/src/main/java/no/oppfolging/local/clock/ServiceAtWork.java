package no.oppfolging.local.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A running service as the clock sees it: what it has still to do now, and when it will do more by itself. */
public interface ServiceAtWork {
    /** The last position of its log; while that stands still, and it waits for nothing, it has nothing to tell. */
    long head();

    /** When it will next do something by itself; in the past while something due is not done. */
    Optional<Instant> nextDue();

    /** Why it is not through with everything until an instant that has come; nothing when it is. */
    List<Waiting> waitsFor(Instant until, Instant now);
}
