package no.oppfolging.platform.eventlog;

/** The connection was lost during commit: the events are stored or they are not; the same command id tells which. */
public final class OutcomeUnknown extends RuntimeException {
    public OutcomeUnknown(Throwable cause) {
        super("The connection was lost while the outcome was being stored", cause);
    }
}
