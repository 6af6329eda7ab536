package no.oppfolging.platform.eventlog;

import java.util.UUID;

/** The stream has changed since the sender last saw it; answered with 412 Precondition Failed. */
public final class StaleVersion extends RuntimeException {
    private final long seen;

    public StaleVersion(UUID stream, long seen) {
        super("Stream " + stream + " is no longer at version " + seen);
        this.seen = seen;
    }

    public long seen() {
        return seen;
    }
}
