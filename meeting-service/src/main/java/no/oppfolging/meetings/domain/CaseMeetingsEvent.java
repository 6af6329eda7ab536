package no.oppfolging.meetings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.KeptFor;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.kernel.ToldAt;

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

    /** @param toldAt where the news of it stands in case-service's log */
    record CaseJoined(CaseId caseId, CaseId survivor, ToldAt toldAt) implements CaseEvent {}

    /** Another case is no longer part of this one; what was summoned to here for its days passes on to it. */
    record CaseReleased(CaseId caseId, CaseId released) implements CaseEvent {}

    /** The case stands by itself again, or is no longer over. */
    record CaseResumed(CaseId caseId, ToldAt toldAt) implements CaseEvent {}

    record CaseEnded(CaseId caseId, LocalDate endedOn) implements CaseEvent {}

    record DutyNoted(CaseId caseId, Duty duty) implements CaseEvent {}

    /** What has happened to one meeting. */
    sealed interface MeetingEvent extends CaseMeetingsEvent {
        MeetingId meetingId();

        MeetingKind kind();
    }

    /** @param purposes each a {@link ConversationPurpose}, sealed; empty where none was stated */
    record MeetingSummoned(
            CaseId caseId,
            MeetingId meetingId,
            MeetingKind kind,
            Appointment appointment,
            List<Participant> participants,
            boolean shortNotice,
            @KeptFor(Purpose.REASON_CODE) Optional<PersonalText> purposes)
            implements MeetingEvent {
        public MeetingSummoned {
            participants = List.copyOf(participants);
        }

        /** Without saying what for. */
        public MeetingSummoned(
                CaseId caseId,
                MeetingId meetingId,
                MeetingKind kind,
                Appointment appointment,
                List<Participant> participants,
                boolean shortNotice) {
            this(caseId, meetingId, kind, appointment, participants, shortNotice, Optional.empty());
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

    /**
     * The two had talked without having planned to, and it was written down afterwards.
     *
     * @param occasion an {@link Occasion}, sealed
     * @param purposes each a {@link ConversationPurpose}, sealed
     */
    record ConversationEntered(
            CaseId caseId,
            MeetingId meetingId,
            LocalDate heldOn,
            MeetingForm form,
            @KeptFor(Purpose.REASON_CODE) PersonalText occasion,
            @KeptFor(Purpose.REASON_CODE) PersonalText purposes,
            List<Participant> attended)
            implements MeetingEvent {
        public ConversationEntered {
            attended = List.copyOf(attended);
        }

        @Override
        public MeetingKind kind() {
            return MeetingKind.CONVERSATION;
        }
    }

    /** That it had been entered was a mistake: there was no such conversation. */
    record ConversationStruck(CaseId caseId, MeetingId meetingId) implements MeetingEvent {
        @Override
        public MeetingKind kind() {
            return MeetingKind.CONVERSATION;
        }
    }

    /** It is a matter of another case from now on. */
    record MeetingPassedOn(CaseId caseId, MeetingId meetingId, MeetingKind kind, CaseId to, MeetingSoFar soFar)
            implements MeetingEvent {}

    record MeetingTakenOver(CaseId caseId, MeetingId meetingId, MeetingKind kind, CaseId from, MeetingSoFar soFar)
            implements MeetingEvent {}
}
