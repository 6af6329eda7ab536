package no.oppfolging.meetings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;

/** What has happened to a case's meetings. Stored for ever: change only by adding. */
public sealed interface CaseMeetingsEvent extends DomainEvent {
    CaseId caseId();

    @Override
    default CaseId stream() {
        return caseId();
    }

    @Override
    default Optional<CaseId> caseRef() {
        return Optional.of(caseId());
    }

    /** What has happened to the case itself. */
    sealed interface CaseEvent extends CaseMeetingsEvent {}

    record CaseFollowed(CaseId caseId, EmploymentId employmentId, PersonId employee) implements CaseEvent {}

    record CaseAbsorbed(CaseId caseId, CaseId absorbed) implements CaseEvent {}

    record CaseJoined(CaseId caseId, CaseId survivor) implements CaseEvent {}

    /** Another case is no longer part of this one; what was summoned to here for its days passes on to it. */
    record CaseReleased(CaseId caseId, CaseId released) implements CaseEvent {}

    /** The case stands by itself again, or is no longer over. */
    record CaseResumed(CaseId caseId) implements CaseEvent {}

    record CaseEnded(CaseId caseId, LocalDate endedOn) implements CaseEvent {}

    record DutyNoted(CaseId caseId, Duty duty) implements CaseEvent {}

    /** What has happened to one meeting. */
    sealed interface MeetingEvent extends CaseMeetingsEvent {
        MeetingId meetingId();

        MeetingKind kind();
    }

    record MeetingSummoned(
            CaseId caseId,
            MeetingId meetingId,
            MeetingKind kind,
            Appointment appointment,
            List<Participant> participants,
            boolean shortNotice)
            implements MeetingEvent {
        public MeetingSummoned {
            participants = List.copyOf(participants);
        }
    }

    record MeetingMoved(
            CaseId caseId,
            MeetingId meetingId,
            MeetingKind kind,
            Appointment appointment,
            Instant previouslyStartsAt,
            boolean shortNotice)
            implements MeetingEvent {}

    record NoticeWaived(CaseId caseId, MeetingId meetingId, MeetingKind kind) implements MeetingEvent {}

    record MeetingCancelled(CaseId caseId, MeetingId meetingId, MeetingKind kind, PersonalText reason)
            implements MeetingEvent {}

    /** With {@code MeetingSummoned} it answers who was summoned and who attended, which aml § 4-6 (5) asks for. */
    record MeetingHeld(
            CaseId caseId, MeetingId meetingId, MeetingKind kind, LocalDate heldOn, List<Participant> attended)
            implements MeetingEvent {
        public MeetingHeld {
            attended = List.copyOf(attended);
        }
    }

    /** It is a matter of another case from now on. */
    record MeetingPassedOn(CaseId caseId, MeetingId meetingId, MeetingKind kind, CaseId to, MeetingSoFar soFar)
            implements MeetingEvent {}

    record MeetingTakenOver(CaseId caseId, MeetingId meetingId, MeetingKind kind, CaseId from, MeetingSoFar soFar)
            implements MeetingEvent {}
}
