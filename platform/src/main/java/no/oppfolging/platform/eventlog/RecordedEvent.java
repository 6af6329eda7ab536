package no.oppfolging.platform.eventlog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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
        DomainEvent event) {}
