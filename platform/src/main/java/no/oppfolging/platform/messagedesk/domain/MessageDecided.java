package no.oppfolging.platform.messagedesk.domain;

import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.Identifier;

/** What has been decided about a message that waits; who decided stands beside it in the log. */
public sealed interface MessageDecided extends DomainEvent {
    WaitingMessage message();

    @Override
    default Identifier stream() {
        return message().id();
    }

    record MessageTriedAgain(WaitingMessage message) implements MessageDecided {}

    record MissingMessageGivenUp(WaitingMessage message) implements MessageDecided {}

    record MessageSkipped(WaitingMessage message, SkipReason reason) implements MessageDecided {}
}
