package no.oppfolging.platform.eventlog;

import no.oppfolging.platform.kernel.DomainCommand;

/** Asked once for every command, at the command's moment, before any aggregate sees it. */
public interface CommandCheck {
    /** Throws when the actor may not do this; returns when it may. */
    void check(DomainCommand command, CommandOrigin origin);
}
