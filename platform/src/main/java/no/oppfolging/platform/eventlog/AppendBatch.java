package no.oppfolging.platform.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.eventlog.AppendRequest.AnsweredBefore;
import no.oppfolging.platform.eventlog.AppendRequest.Lost;
import no.oppfolging.platform.eventlog.AppendRequest.NewEvent;
import no.oppfolging.platform.eventlog.AppendRequest.Outcome;
import no.oppfolging.platform.eventlog.AppendRequest.Stored;
import no.oppfolging.platform.ledger.LeafRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is decided in one append, in order of arrival: each request sees those before it, and a loser takes no place.
 */
final class AppendBatch {
    private final HeadRow before;
    private final Instant recordedAt;
    private final Map<UUID, AnsweredBefore> answers;
    private final Map<UUID, Long> versions;
    private final List<LeafRecord> rows = new ArrayList<>();
    private final List<Answered> answered = new ArrayList<>();
    private long position;

    /** Where the log ends, and when its last event was recorded. */
    record HeadRow(long position, Instant recordedAt) {
        HeadRow at(Instant now) {
            return new HeadRow(position, now.isAfter(recordedAt) ? now : recordedAt);
        }
    }

    /** The answer that a command id gets, for ever. */
    record Answered(UUID commandId, Answer answer, Optional<String> refusal, Optional<String> asked) {}

    /**
     * @param before where the log ends before this batch
     * @param now the injected clock's time; the batch is recorded then, or when the last one was if that is later
     * @param answers what command ids of the batch have been answered before
     * @param versions of the streams of the batch; a stream that is missing has no events
     */
    AppendBatch(HeadRow before, Instant now, Map<UUID, AnsweredBefore> answers, Map<UUID, Long> versions) {
        this.before = before;
        this.recordedAt = before.at(now).recordedAt();
        this.answers = answers;
        this.versions = versions;
        this.position = before.position();
    }

    HeadRow before() {
        return before;
    }

    HeadRow head() {
        return new HeadRow(position, recordedAt);
    }

    List<LeafRecord> rows() {
        return rows;
    }

    List<Answered> answered() {
        return answered;
    }

    Outcome decide(AppendRequest request) {
        var first = answers.get(request.commandId().value());
        if (first != null) {
            return first;
        }
        var current = versions.getOrDefault(request.stream(), 0L);
        if (request.decidedAt().isPresent() && !request.decidedAt().get().equals(current)) {
            return new Lost(request.stream(), request.decidedAt().get(), current);
        }
        var lost = firstOutOfTurn(request.events());
        if (lost != null) {
            return lost;
        }
        for (var event : request.events()) {
            versions.put(event.stream(), event.version());
            rows.add(place(request, event));
        }
        return answer(request);
    }

    private @Nullable Lost firstOutOfTurn(List<NewEvent> events) {
        if (events.size() == 1) {
            return outOfTurn(events.getFirst(), versions);
        }
        var moved = new HashMap<>(versions);
        for (var event : events) {
            var lost = outOfTurn(event, moved);
            if (lost != null) {
                return lost;
            }
            moved.put(event.stream(), event.version());
        }
        return null;
    }

    private static @Nullable Lost outOfTurn(NewEvent event, Map<UUID, Long> versions) {
        var actual = versions.getOrDefault(event.stream(), 0L);
        return event.version() == actual + 1 ? null : new Lost(event.stream(), event.version() - 1, actual);
    }

    private Stored answer(AppendRequest request) {
        var answer = new Answer(request.stream(), versions.getOrDefault(request.stream(), 0L), position);
        var id = request.commandId().value();
        answered.add(new Answered(id, answer, request.refusal(), request.asked()));
        answers.put(id, new AnsweredBefore(answer, request.refusal(), request.asked()));
        return new Stored(answer, recordedAt);
    }

    private LeafRecord place(AppendRequest request, NewEvent event) {
        position++;
        return new LeafRecord(
                position,
                recordedAt,
                request.organisation().value(),
                event.stream(),
                event.version(),
                event.caseId(),
                event.name(),
                event.revision(),
                event.eventId(),
                request.commandId().value(),
                event.metadata(),
                event.payload());
    }
}
