package no.oppfolging.platform.eventlog;

import java.time.Clock;
import no.oppfolging.platform.time.Ids;
import org.axonframework.common.IdentifierFactory;

/** Names Axon's messages without asking the operating system for randomness each time; nothing secret rests on them. */
public final class MessageIds extends IdentifierFactory {
    private final Ids ids = new Ids(Clock.systemUTC());

    @Override
    public String generateIdentifier() {
        return ids.next().toString();
    }
}
