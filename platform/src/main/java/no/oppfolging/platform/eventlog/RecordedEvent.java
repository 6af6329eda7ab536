package no.oppfolging.platform.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.OrganisationNumber;

/**
 * An event as the log keeps it.
 *
 * @param position its place in the log, from 1, without gaps, in commit order
 * @param version its place in its stream, from 1
 * @param name its lasting name, such as {@code meeting.MeetingSummoned}
 */
public record RecordedEvent(
        long position,
        Instant recordedAt,
        OrganisationNumber organisation,
        UUID stream,
        long version,
        Optional<CaseId> caseId,
        String name,
        UUID eventId,
        EventMetadata metadata,
        DomainEvent event) {

    /** What the events of one kind in a batch are about, by an id of theirs. */
    public static <E> Set<UUID> idsIn(List<RecordedEvent> batch, Class<E> kind, Function<E, UUID> id) {
        return batch.stream()
                .map(RecordedEvent::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(id)
                .collect(Collectors.toSet());
    }
}
