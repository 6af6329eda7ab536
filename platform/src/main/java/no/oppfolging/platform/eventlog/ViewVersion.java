package no.oppfolging.platform.eventlog;

/**
 * One of several versions of a view, each in a schema named like it; the others are filled beside the one that is read,
 * and only that one follows the log.
 */
public interface ViewVersion extends Subscriber {
    /** What all versions of the view are called, such as {@code overview}. */
    String view();
}
