package no.oppfolging.meetings.read.casemeetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.meetings.domain.MeetingForm;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;

/**
 * One meeting as it stands.
 *
 * @param caseId the case it was summoned in, which answers for it also after that became part of another
 * @param version of that case's stream
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
        List<Invited> participants) {
    public MeetingRow {
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
