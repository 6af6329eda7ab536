package no.oppfolging.plans.workbench;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Deletes drafts that have grown older than the policy keeps them; several instances may sweep at once. */
public final class DraftSweep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DraftSweep.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final Drafts drafts;
    private final DraftPolicy policy;
    private final Clock clock;
    private @Nullable ScheduledExecutorService sweeping;

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

    @Override
    public synchronized void start() {
        if (sweeping == null) {
            sweeping = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("plans-draft-sweep").daemon().factory());
            var _ = sweeping.scheduleWithFixedDelay(
                    this::sweepOnce, 0, BETWEEN_SWEEPS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweepOnce() {
        try {
            sweep();
        } catch (RuntimeException e) {
            log.warn("A sweep failed and is tried again: {}", e.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (sweeping != null) {
            sweeping.shutdownNow();
            sweeping = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return sweeping != null;
    }
}
