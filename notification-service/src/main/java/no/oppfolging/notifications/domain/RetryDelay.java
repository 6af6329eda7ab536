package no.oppfolging.notifications.domain;

import java.time.Duration;
import no.oppfolging.platform.kernel.DerivedId;

/**
 * How long to wait after an attempt (ventetid): one minute at least, about twice as long each time, an hour at most.
 * Notices that failed together spread over the wait; where in it each comes follows from its id, not from chance.
 */
final class RetryDelay {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 5;

    private RetryDelay() {}

    static Duration after(NoticeId notice, int attempt) {
        var longer = SHORTEST.multipliedBy(1L << Math.clamp(attempt - 1L, 0, DOUBLINGS));
        var least = min(longer, LONGEST.dividedBy(2));
        var spread = min(longer.multipliedBy(2), LONGEST).minus(least);
        return least.plusMillis(hash(notice, attempt) % spread.toMillis());
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** 48 bits that look random and are always the same. */
    private static long hash(NoticeId notice, int attempt) {
        return DerivedId.of(notice.value(), "attempt " + attempt).getMostSignificantBits() >>> 16;
    }
}
