package no.oppfolging.platform.web;

import java.time.Duration;
import no.oppfolging.platform.eventlog.ViewPositions;

/** Waits a short while for a view to show what was just written; then the page shows what there is, and says so. */
public final class ReadYourWrites {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 10;

    private final ViewPositions positions;

    public ReadYourWrites(ViewPositions positions) {
        this.positions = positions;
    }

    /** Whether the view shows a position of the log, after waiting at most two seconds for it. */
    public boolean await(String view, long position) {
        return await(view, position, PATIENCE);
    }

    boolean await(String view, long position, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (positions.positionOf(view) < position) {
            if (System.nanoTime() >= end) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
