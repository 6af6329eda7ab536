package no.oppfolging.platform.casefile;

import no.oppfolging.platform.eventlog.Upcaster;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads that a case joined another, or stands by itself, from before it was kept where that was told: before all news,
 * so that whatever is told of it next holds.
 */
public record StandingWithoutPlace(String eventName) implements Upcaster {
    @Override
    public int fromRevision() {
        return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
        payload.putObject("toldAt").put("position", 0);
        return payload;
    }
}
