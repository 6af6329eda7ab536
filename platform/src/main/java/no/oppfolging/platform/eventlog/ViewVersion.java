package no.oppfolging.platform.eventlog;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the versions of a view; the others are filled beside the one that is read, and only that one follows the log.
 *
 * @param name also that of its schema
 */
record ViewVersion(String view, String name, Projection projection) implements Subscriber {
    /** Of a view, in the order in which they are used. */
    static Stream<String> namesOf(String view) {
        return Stream.of(view + "_v1", view + "_v2");
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        projection.receive(batch);
    }
}
