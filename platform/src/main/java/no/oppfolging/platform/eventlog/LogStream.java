package no.oppfolging.platform.eventlog;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import no.oppfolging.platform.kernel.CommandId;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way through the log: a page in memory, no cursor in the database. What one command led to bears one
 * token, by which Axon hands it on in one piece: nobody who looks at a view sees the first half of it.
 */
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
            failures.watch(reading, () -> {
                var whole = wholeAppends(events.readableAfter(position, PAGE));
                var ends = new HashMap<CommandId, Long>();
                whole.forEach(event -> ends.put(event.metadata().command(), event.position()));
                whole.forEach(event -> {
                    var end = requireNonNull(ends.get(event.metadata().command()));
                    page.add(message(event, end));
                    position = event.position();
                });
            });
        } catch (UnknownEvent unknown) {
            // The alarm is raised. What stands before it must still be handled, so the reader waits here.
            return;
        }
    }

    /** A full page may end within an append, which then begins the next page; one that fills a page is cut. */
    private static List<RecordedEvent> wholeAppends(List<RecordedEvent> read) {
        if (read.size() < PAGE) {
            return read;
        }
        var cut = read.getLast().metadata().command();
        var whole = read.size();
        while (whole > 0 && read.get(whole - 1).metadata().command().equals(cut)) {
            whole--;
        }
        return whole == 0 ? read : read.subList(0, whole);
    }

    private static TrackedEventMessage<?> message(RecordedEvent event, long endOfAppend) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(endOfAppend),
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
