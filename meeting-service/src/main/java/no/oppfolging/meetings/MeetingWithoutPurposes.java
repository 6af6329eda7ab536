package no.oppfolging.meetings;

import no.oppfolging.platform.eventlog.Upcaster;
import tools.jackson.databind.node.ObjectNode;

/** Reads what was told of a meeting before its purposes could be stated: nothing is added, for none were. */
record MeetingWithoutPurposes(String eventName) implements Upcaster {
    @Override
    public int fromRevision() {
        return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode payload) {
        return payload;
    }
}
