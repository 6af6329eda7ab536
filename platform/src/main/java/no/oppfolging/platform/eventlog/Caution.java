package no.oppfolging.platform.eventlog;

/**
 * For how many batches the careful way is taken after the short one failed: twice as many each time, so that hot
 * streams and other busy instances do not make every batch be written twice.
 */
final class Caution {
    private static final int LEAST = 4;
    private static final int MOST = 256;

    private int next = LEAST;
    private int left;

    /** Counts one batch; tells whether it must take the careful way. */
    boolean isDue() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    void take() {
        left = next;
        next = Math.min(2 * next, MOST);
    }

    void proveUnneeded() {
        next = LEAST;
    }
}
