package no.oppfolging.platform.eventlog;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** The event store Axon is given: appends through {@link LogEngine}, read by pages that a commit wakes. */
final class LogEventStore extends AbstractEventStore {
    private final StoredEvents events;
    private final Head head;

    private LogEventStore(Builder builder, StoredEvents events, Head head) {
        super(builder);
        this.events = events;
        this.head = head;
    }

    static LogEventStore over(LogEngine engine, StoredEvents events, Head head) {
        return new LogEventStore(
                new Builder() {
                    {
                        storageEngine(engine);
                    }
                },
                events,
                head);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LogStream(events, head, token == null ? 0 : token.position().orElse(0));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(head.position());
    }
}
