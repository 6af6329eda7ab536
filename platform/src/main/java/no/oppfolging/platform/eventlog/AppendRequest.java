package no.oppfolging.platform.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.OrganisationNumber;

/**
 * What one unit of work wants stored: all of it or nothing.
 *
 * @param stream the stream that answered the command
 * @param decidedAt the version of that stream the decision rests on, if a decision was made
 * @param events encoded, each naming its stream and the version it expects to become
 * @param refusal the rule that said no, as JSON; then there are no events
 * @param asked what is kept of the request whose sender chose the command id
 */
record AppendRequest(
        CommandId commandId,
        OrganisationNumber organisation,
        UUID stream,
        Optional<Long> decidedAt,
        List<NewEvent> events,
        Optional<String> refusal,
        Optional<String> asked) {

    /**
     * Whether unique keys alone can tell that it lost: it has events, and they follow the version it was decided at.
     */
    boolean isFromLoadedAggregates() {
        if (decidedAt.isEmpty()) {
            return false;
        }
        for (var event : events) {
            if (event.stream().equals(stream)) {
                return event.version() == decidedAt.get() + 1;
            }
        }
        return false;
    }

    /** An event ready for its row; only its position, time and leaf are still missing. */
    record NewEvent(
            UUID stream,
            long version,
            Optional<UUID> caseId,
            String name,
            int revision,
            UUID eventId,
            String metadata,
            String payload) {}

    /** How a request came out. */
    sealed interface Outcome {}

    /** Stored, durable, and in its place. */
    record Stored(Answer answer, Instant recordedAt) implements Outcome {}

    /** This command id has had its answer before. */
    record AnsweredBefore(Answer answer, Optional<String> refusal, Optional<String> asked) implements Outcome {}

    /** Another writer was first; nothing of this request is stored. */
    record Lost(UUID stream, long expected, long actual) implements Outcome {}
}
