package no.oppfolging.platform.messagedesk.domain;

import java.util.UUID;
import no.oppfolging.platform.kernel.Identifier;

/** Names a message by where it lies at the broker. */
public record MessageRef(UUID value) implements Identifier {
    @Override
    public String toString() {
        return value.toString();
    }
}
