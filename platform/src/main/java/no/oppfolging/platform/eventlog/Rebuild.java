package no.oppfolging.platform.eventlog;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a version of a view has come that is built from nothing beside the one that is read.
 *
 * @param view such as {@code overview}
 * @param read the version that is read meanwhile
 * @param version the version that is built, or was built last
 * @param done events it holds
 * @param total events there are
 * @param eventsPerSecond since it was begun or last went on
 */
public record Rebuild(
        String view, String read, Optional<String> version, State state, long done, long total, long eventsPerSecond) {

    /** What is happening to it. */
    public enum State {
        NEVER_BEGUN,
        RUNNING,
        PAUSED,
        CANCELLED,
        DONE;

        /** Whether it can be begun from nothing now. */
        public boolean isOver() {
            return this != RUNNING && this != PAUSED;
        }
    }

    /** How long it will take at the rate it has; empty when there is none. */
    public Optional<Duration> left() {
        return state == State.RUNNING && eventsPerSecond > 0
                ? Optional.of(Duration.ofSeconds(Math.ceilDiv(Math.max(total - done, 0), eventsPerSecond)))
                : Optional.empty();
    }

    public long percent() {
        return total == 0 ? 100 : Math.min(100, 100 * done / total);
    }
}
