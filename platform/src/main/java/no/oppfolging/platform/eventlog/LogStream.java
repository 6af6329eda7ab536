package no.oppfolging.platform.eventlog;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** One reader's way through the log: a page in memory, no cursor in the database. */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {
    private static final int PAGE = 500;

    private final StoredEvents events;
    private final Head head;
    private final Failures failures;
    private final String reading;
    private final Queue<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private long position;
    private @Nullable Runnable onAvailable;

    LogStream(String follower, StoredEvents events, Head head, Failures failures, long after) {
        this.reading = follower + " (reading)";
        this.events = events;
        this.head = head;
        this.failures = failures;
        this.position = after;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(page.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (page.isEmpty() && head.awaitAfter(position, Duration.of(timeout, unit.toChronoUnit()))) {
            fill();
        }
        return !page.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return page.remove();
    }

    private void fill() {
        if (!page.isEmpty() || head.position() <= position) {
            return;
        }
        try {
            failures.watch(
                    reading,
                    () -> events.readableAfter(position, PAGE).forEach(event -> {
                        page.add(message(event));
                        position = event.position();
                    }));
        } catch (UnknownEvent unknown) {
            // The alarm is raised. What stands before it must still be handled, so the reader waits here.
            return;
        }
    }

    private static TrackedEventMessage<?> message(RecordedEvent event) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(event.position()),
                new GenericEventMessage<>(
                        new GenericMessage<>(event.eventId().toString(), event, MetaData.emptyInstance()),
                        event::recordedAt));
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        head.listen(callback);
        return true;
    }

    @Override
    public void close() {
        if (onAvailable != null) {
            head.forget(onAvailable);
        }
    }
}
