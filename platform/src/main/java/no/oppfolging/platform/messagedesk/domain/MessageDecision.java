package no.oppfolging.platform.messagedesk.domain;

import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Identifier;

/** What somebody decides about a message that waits. */
public sealed interface MessageDecision extends DomainCommand {
    WaitingMessage message();

    @Override
    default Identifier target() {
        return message().id();
    }

    /** Try it again now (prøv igjen), without waiting for its next turn. */
    record TryMessageAgain(WaitingMessage message) implements MessageDecision {}

    /** Give it up (hopp over); those behind it have their turn. */
    record SkipMessage(WaitingMessage message, SkipReason reason) implements MessageDecision {}

    /** Accept that what was sent before it will never come (gå videre uten), and go on with it. */
    record GoOnWithoutTheMissing(WaitingMessage message) implements MessageDecision {}
}
