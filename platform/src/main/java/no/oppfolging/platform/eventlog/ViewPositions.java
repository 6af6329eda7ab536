package no.oppfolging.platform.eventlog;

/** How far each view of this service has come in the log. */
public interface ViewPositions {
    /** The last position the view shows; 0 when it has shown nothing yet. */
    long positionOf(String view);
}
