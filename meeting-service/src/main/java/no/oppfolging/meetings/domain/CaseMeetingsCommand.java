package no.oppfolging.meetings.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.ToldAt;

/** What someone may ask of a case's meetings (møtene i en oppfølgingssak). */
public sealed interface CaseMeetingsCommand extends DomainCommand {
    CaseId caseId();

    @Override
    default CaseId target() {
        return caseId();
    }

    /** What follows from news of the case itself. */
    sealed interface CaseCommand extends CaseMeetingsCommand {}

    /** A case has been opened: its meetings belong to this employment and this employee. */
    record FollowCase(CaseId caseId, EmploymentId employmentId, PersonId employee) implements CaseCommand {}

    /** Another case has become part of this one. */
    record AbsorbCase(CaseId caseId, CaseId absorbed) implements CaseCommand {}

    /** This case has become part of another; its id goes on answering for the meetings it has. */
    record JoinCase(CaseId caseId, CaseId survivor, ToldAt toldAt) implements CaseCommand {}

    /** Another case is no longer part of this one, and began on this day. */
    record ReleaseCase(CaseId caseId, CaseId released, LocalDate startedOn) implements CaseCommand {}

    /** This case is not part of another after all; where it was over, it still is. */
    record LeaveCase(CaseId caseId, ToldAt toldAt) implements CaseCommand {}

    /** The case goes on: by itself where it was part of another, and again where it was over. */
    record ResumeCase(CaseId caseId, ToldAt toldAt) implements CaseCommand {}

    record EndCase(CaseId caseId, LocalDate endedOn) implements CaseCommand {}

    /** What the law asks of the case's meetings has become known, or has changed. */
    record NoteDuty(CaseId caseId, Duty duty) implements CaseCommand {}

    /** What is asked of one meeting. */
    sealed interface MeetingCommand extends CaseMeetingsCommand {
        MeetingId meetingId();
    }

    record SummonMeeting(
            CaseId caseId,
            MeetingId meetingId,
            MeetingKind kind,
            Appointment appointment,
            List<Participant> participants,
            Set<ConversationPurpose> purposes)
            implements MeetingCommand {
        public SummonMeeting {
            participants = List.copyOf(participants);
            purposes = Set.copyOf(purposes);
        }

        /** Without saying what for. */
        public SummonMeeting(
                CaseId caseId,
                MeetingId meetingId,
                MeetingKind kind,
                Appointment appointment,
                List<Participant> participants) {
            this(caseId, meetingId, kind, appointment, participants, Set.of());
        }
    }

    /** The two have talked without having planned to (samtale uten avtale). */
    record EnterConversation(
            CaseId caseId,
            MeetingId meetingId,
            LocalDate heldOn,
            MeetingForm form,
            Occasion occasion,
            Set<ConversationPurpose> purposes,
            List<Participant> attended)
            implements MeetingCommand {
        public EnterConversation {
            purposes = Set.copyOf(purposes);
            attended = List.copyOf(attended);
        }
    }

    /** It was entered by mistake (ført inn ved en feil). */
    record StrikeConversation(CaseId caseId, MeetingId meetingId) implements MeetingCommand {}

    record MoveMeeting(CaseId caseId, MeetingId meetingId, Appointment appointment) implements MeetingCommand {}

    /** The employee accepts shorter notice than seven days (frafall av varslingsfrist). */
    record WaiveNotice(CaseId caseId, MeetingId meetingId) implements MeetingCommand {}

    record CancelMeeting(CaseId caseId, MeetingId meetingId, PersonalText reason) implements MeetingCommand {}

    record HoldMeeting(CaseId caseId, MeetingId meetingId, LocalDate heldOn, List<Participant> attended)
            implements MeetingCommand {
        public HoldMeeting {
            attended = List.copyOf(attended);
        }
    }

    /** The meeting was summoned to in another case, and belongs to this one. */
    record TakeOverMeeting(CaseId caseId, MeetingId meetingId, MeetingKind kind, CaseId from, MeetingSoFar soFar)
            implements MeetingCommand {}
}
