package no.oppfolging.platform.eventlog;

import java.util.List;

/**
 * Follows the log from its beginning: the version of a view that is read, or the publisher that sends news.
 *
 * <p>A batch arrives in order, in one database transaction together with the place it is kept at; when it throws,
 * nothing of the batch is written, the subscriber stops and the operator is told. Nothing is skipped.
 */
public interface Subscriber {
    /** Lasting, such as {@code publisher}. */
    String name();

    void receive(List<RecordedEvent> batch);
}
