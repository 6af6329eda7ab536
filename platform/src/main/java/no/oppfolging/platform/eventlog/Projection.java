package no.oppfolging.platform.eventlog;

import java.util.List;

/** Folds what has happened into the rows of one version of a {@link View}, a batch at a time, in order. */
@FunctionalInterface
public interface Projection {
    /** In one transaction with the place it is kept at; when it throws, nothing of the batch is written. */
    void receive(List<RecordedEvent> batch);
}
