package no.oppfolging.platform.eventlog;

import no.oppfolging.platform.kernel.DomainCommand;

/** Sends a command to the stream that answers it, and returns when its outcome is durable. */
public interface Commands {
    /**
     * Handles a command at most once per {@link CommandOrigin#id()}: a known id gets the first answer again, also when
     * that was a refusal. A lost race is tried again with a fresh load.
     *
     * @throws no.oppfolging.platform.kernel.Refusal when a rule says no; nothing has changed
     * @throws StaleVersion when the stream has moved on from {@link CommandOrigin#expectedVersion()}
     * @throws OutcomeUnknown when the connection was lost during commit: ask again with the same id
     */
    Answer send(DomainCommand command, CommandOrigin origin);
}
