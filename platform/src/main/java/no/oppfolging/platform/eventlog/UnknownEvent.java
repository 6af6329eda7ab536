package no.oppfolging.platform.eventlog;

/** The log holds an event this version of the service cannot read; its reader stops and loses nothing. */
public final class UnknownEvent extends RuntimeException {
    public UnknownEvent(String nameAndRevision) {
        super("This version of the service does not know the event " + nameAndRevision);
    }
}
