package no.oppfolging.platform.eventlog;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which followers of the log stand still because of an error; each tries again by itself and skips nothing. */
public final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final Map<String, String> standing = new ConcurrentHashMap<>();

    void watch(String follower, Runnable work) {
        try {
            work.run();
            standing.remove(follower);
        } catch (RuntimeException e) {
            stands(follower, e);
            throw e;
        }
    }

    void stands(String follower, RuntimeException because) {
        if (standing.put(follower, String.valueOf(because.getMessage())) == null) {
            log.error("A follower of the log stands still: follower={}", follower, because);
        }
    }

    /** The same for what others go on without. */
    void watchAlone(String follower, Runnable work) {
        try {
            watch(follower, work);
        } catch (RuntimeException e) {
            log.debug("It is tried again: follower={}", follower, e);
        }
    }

    /** It goes on, or no longer runs, and so does not stand still. */
    void forget(String follower) {
        standing.remove(follower);
    }

    /** Follower to reason. */
    public Map<String, String> standing() {
        return Map.copyOf(standing);
    }
}
