package no.oppfolging.platform.viewdesk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import no.oppfolging.platform.eventlog.Rebuild;
import no.oppfolging.platform.eventlog.Rebuild.State;
import no.oppfolging.platform.eventlog.Rebuilds;
import no.oppfolging.platform.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the operator may have done with the building of a view. */
enum Step {
    BEGINNINGS,
    PAUSES,
    CONTINUATIONS,
    CANCELLATIONS;

    private static final Logger log = LoggerFactory.getLogger(Step.class);

    /** By its name in an address. */
    static Optional<Step> named(String name) {
        return Arrays.stream(values()).filter(step -> step.path().equals(name)).findFirst();
    }

    /** Its name in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it makes sense as things stand. */
    boolean fits(Rebuild rebuild) {
        return switch (this) {
            case BEGINNINGS -> rebuild.state().isOver();
            case PAUSES -> rebuild.state() == State.RUNNING;
            case CONTINUATIONS -> rebuild.state() == State.PAUSED;
            case CANCELLATIONS -> !rebuild.state().isOver();
        };
    }

    /** Tells whether it was done; it is not when things have changed meanwhile. */
    boolean isDone(Rebuilds rebuilds, String view, Actor by) {
        var done = done(rebuilds, view);
        log.info("The building of a view: view={} step={} done={} by={}", view, path(), done, by);
        return done;
    }

    private boolean done(Rebuilds rebuilds, String view) {
        return switch (this) {
            case BEGINNINGS -> rebuilds.begin(view);
            case PAUSES -> rebuilds.pause(view);
            case CONTINUATIONS -> rebuilds.resume(view);
            case CANCELLATIONS -> rebuilds.cancel(view);
        };
    }
}
