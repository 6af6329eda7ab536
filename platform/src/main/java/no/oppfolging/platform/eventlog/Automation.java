package no.oppfolging.platform.eventlog;

import java.util.List;
import no.oppfolging.platform.kernel.DomainCommand;

/** A sentence of the form "when X, then Y": a fact comes in, commands go out, and it keeps no state of its own. */
public interface Automation {
    /** Lasting; the ids of its commands follow from it and the event. */
    String name();

    /** What the fact leads to; hearing it twice leads to the same commands with the same ids. */
    List<DomainCommand> react(RecordedEvent event);
}
