package no.oppfolging.platform.eventlog;

import no.oppfolging.platform.kernel.DomainCommand;

/** Asked once for every command, at the moment it is handled, also when an automation sent it. */
public interface AuthorityCheck {
    /** Returns when the actor may do this now; throws when not, and then nothing has happened. */
    void mayDo(DomainCommand command, CommandOrigin origin);
}
