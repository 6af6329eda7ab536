package no.oppfolging.plans.workbench;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes drafts that have grown older than the policy keeps them; several instances may sweep at once. */
public final class DraftSweep {
    public static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(DraftSweep.class);

    private final Drafts drafts;
    private final DraftPolicy policy;
    private final Clock clock;

    public DraftSweep(Drafts drafts, DraftPolicy policy, Clock clock) {
        this.drafts = drafts;
        this.policy = policy;
        this.clock = clock;
    }

    /** Deletes what is too old now; tells how many drafts that were. */
    public int sweep() {
        var deleted = drafts.discardSavedBefore(clock.instant().minus(policy.keptFor()));
        if (deleted > 0) {
            log.info("Old drafts were deleted: count={}", deleted);
        }
        return deleted;
    }
}
