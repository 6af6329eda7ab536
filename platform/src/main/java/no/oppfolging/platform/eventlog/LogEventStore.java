package no.oppfolging.platform.eventlog;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The event store Axon is given: appends through {@link LogEngine}, read by pages that a commit wakes. */
final class LogEventStore extends AbstractEventStore {
    private final StoredEvents events;
    private final Head head;
    private final Failures failures;

    private LogEventStore(Builder builder, StoredEvents events, Head head, Failures failures) {
        super(builder);
        this.events = events;
        this.head = head;
        this.failures = failures;
    }

    static LogEventStore over(LogEngine engine, StoredEvents events, Head head, Failures failures) {
        return new LogEventStore(
                new Builder() {
                    {
                        storageEngine(engine);
                    }
                },
                events,
                head,
                failures);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return readBy("someone").openStream(token);
    }

    /** The log as one follower reads it; when it cannot read on, the alarm bears its name. */
    StreamableMessageSource<TrackedEventMessage<?>> readBy(String follower) {
        return new StreamableMessageSource<>() {
            @Override
            public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
                return new LogStream(
                        follower,
                        events,
                        head,
                        failures,
                        token == null ? 0 : token.position().orElse(0));
            }

            @Override
            public TrackingToken createTailToken() {
                return LogEventStore.this.createTailToken();
            }

            @Override
            public TrackingToken createHeadToken() {
                return LogEventStore.this.createHeadToken();
            }
        };
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
