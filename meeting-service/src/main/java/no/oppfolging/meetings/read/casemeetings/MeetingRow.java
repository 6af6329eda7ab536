package no.oppfolging.meetings.read.casemeetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.oppfolging.meetings.domain.ConversationPurpose;
import no.oppfolging.meetings.domain.MeetingForm;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.Occasion;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;

/**
 * One meeting as it stands.
 *
 * @param caseId the case it was summoned in, which answers for it also after that became part of another
 * @param version of that case's stream
 * @param entered it was held without a summons: it has a day, and neither hour nor place
 * @param purposes what was stated, in the booklet's order
 */
public record MeetingRow(
        CaseId caseId,
        MeetingId meetingId,
        long version,
        MeetingKind kind,
        Status status,
        Instant startsAt,
        Instant endsAt,
        PersonalText place,
        MeetingForm form,
        boolean shortNotice,
        boolean noticeWaived,
        Optional<LocalDate> heldOn,
        Optional<PersonalText> reason,
        boolean entered,
        Optional<Occasion> occasion,
        Set<ConversationPurpose> purposes,
        List<Invited> participants) {
    public MeetingRow {
        purposes = Collections.unmodifiableSet(new TreeSet<>(purposes));
        participants = List.copyOf(participants);
    }

    /** How a meeting stands. */
    public enum Status {
        SUMMONED,
        HELD,
        CANCELLED
    }

    /** Somebody who was summoned, or attended, or both; without a person where the role says who. */
    public record Invited(Optional<PersonId> person, ParticipantRole role, boolean summoned, boolean attended) {}
}
