package no.oppfolging.platform.eventlog;

import tools.jackson.databind.node.ObjectNode;

/** Reads an older revision of an event as the next one; what is stored is never changed. */
public interface Upcaster {
    /** The lasting name it reads. */
    String eventName();

    /** The revision it reads; it gives the next. */
    int fromRevision();

    /** The payload in the next revision's form. */
    ObjectNode upcast(ObjectNode payload);
}
