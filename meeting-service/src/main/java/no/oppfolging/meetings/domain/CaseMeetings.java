package no.oppfolging.meetings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.AbsorbCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EndCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EnterConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.FollowCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.JoinCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.LeaveCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MeetingCommand;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.NoteDuty;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ReleaseCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ResumeCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.StrikeConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.TakeOverMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.WaiveNotice;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseAbsorbed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseEnded;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseFollowed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseJoined;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseReleased;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseResumed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.DutyNoted;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingEvent;
import no.oppfolging.meetings.domain.MeetingRefused.Rule;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CaseStanding;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.ToldAt;

/**
 * All meetings of a follow-up case: one record for each state the case can be in here, each answering every command.
 */
public sealed interface CaseMeetings {
    /** What the command leads to; empty when it is already so. Pure: the time is handed in. */
    List<CaseMeetingsEvent> decide(CaseMeetingsCommand command, Instant now);

    /** The state after one more event. Never refuses: what has happened, has happened. */
    CaseMeetings evolve(CaseMeetingsEvent event);

    static CaseMeetings unknown() {
        return new NotFollowed();
    }

    /** Nothing has been heard of the case yet. */
    record NotFollowed() implements CaseMeetings {
        @Override
        public List<CaseMeetingsEvent> decide(CaseMeetingsCommand command, Instant now) {
            return switch (command) {
                case FollowCase follow ->
                    List.of(new CaseFollowed(follow.caseId(), follow.employmentId(), follow.employee()));
                case AbsorbCase _,
                        JoinCase _,
                        LeaveCase _,
                        ReleaseCase _,
                        ResumeCase _,
                        EndCase _,
                        NoteDuty _,
                        MeetingCommand _ -> throw new MeetingRefused(Rule.CASE_IS_NOT_FOLLOWED_YET, Map.of());
            };
        }

        @Override
        public CaseMeetings evolve(CaseMeetingsEvent event) {
            return switch (event) {
                case CaseFollowed e -> Followed.by(e);
                case CaseAbsorbed _,
                        CaseJoined _,
                        CaseReleased _,
                        CaseResumed _,
                        CaseEnded _,
                        DutyNoted _,
                        MeetingEvent _ -> this;
            };
        }
    }

    /**
     * The case is known, and people may be summoned; also after it has ended, for a talk may be as needed then.
     *
     * @param as whose it is, as it was opened
     * @param duty what the law asks of its dialogue meeting, once that is known
     */
    record Followed(CaseFollowed as, CaseStanding standing, Optional<Duty> duty, Map<MeetingId, Meeting> meetings)
            implements CaseMeetings {
        public Followed {
            meetings = Map.copyOf(meetings);
        }

        private static Followed by(CaseFollowed event) {
            return new Followed(event, CaseStanding.opened(), Optional.empty(), Map.of());
        }

        CaseId caseId() {
            return as.caseId();
        }

        PersonId employee() {
            return as.employee();
        }

        @Override
        public List<CaseMeetingsEvent> decide(CaseMeetingsCommand command, Instant now) {
            return switch (command) {
                case FollowCase again -> follow(again);
                case AbsorbCase absorb ->
                    standing.absorb(absorb.absorbed(), other -> new CaseAbsorbed(caseId(), other));
                case JoinCase join -> standing.join(join.toldAt(), told -> joined(join.survivor(), told));
                case ReleaseCase release -> release(release);
                case LeaveCase leave -> standing.leave(leave.toldAt(), this::resumed, this::ended);
                case ResumeCase resume -> standing.resume(resume.toldAt(), this::resumed);
                case EndCase end -> standing.end(end.endedOn(), this::ended);
                case NoteDuty note -> note(note);
                case MeetingCommand about -> meeting(about.meetingId()).decide(about, now);
            };
        }

        @Override
        public CaseMeetings evolve(CaseMeetingsEvent event) {
            return switch (event) {
                case CaseJoined e -> partOf(e);
                case CaseFollowed _,
                        CaseAbsorbed _,
                        CaseReleased _,
                        CaseResumed _,
                        CaseEnded _,
                        DutyNoted _,
                        MeetingEvent _ -> grow(event);
            };
        }

        private Followed grow(CaseMeetingsEvent event) {
            return switch (event) {
                case CaseFollowed _, CaseJoined _ -> this;
                case CaseAbsorbed e -> with(standing.with(e.absorbed()));
                case CaseReleased e -> with(standing.without(e.released()));
                case CaseResumed e -> with(standing.resumed(e.toldAt()));
                case CaseEnded e -> with(standing.ended(e.endedOn()));
                case DutyNoted e -> with(e.duty());
                case MeetingEvent e ->
                    with(e.meetingId(), meeting(e.meetingId()).evolve(e));
            };
        }

        private Joined partOf(CaseJoined event) {
            return new Joined(with(standing.joined(event.toldAt())), event.survivor());
        }

        /** The meeting that has to be held or cancelled before people are summoned to a new one of its kind. */
        Optional<MeetingId> unfinished(MeetingKind kind) {
            return meetings.entrySet().stream()
                    .filter(entry -> kind.isOneAtATime() && entry.getValue().isUnfinished(kind))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        private Meeting meeting(MeetingId id) {
            return meetings.getOrDefault(id, new Meeting.NotSummoned(this));
        }

        private List<CaseMeetingsEvent> follow(FollowCase again) {
            MeetingRefused.unless(
                    again.employmentId().equals(as.employmentId())
                            && again.employee().equals(as.employee()),
                    Rule.CASE_BELONGS_TO_ANOTHER_EMPLOYMENT);
            return List.of();
        }

        /** What was summoned to here while the two were one, but for the other's days, passes on to it. */
        private List<CaseMeetingsEvent> release(ReleaseCase release) {
            var happened = new ArrayList<CaseMeetingsEvent>(
                    standing.release(release.released(), other -> new CaseReleased(caseId(), other)));
            meetings.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.comparing(MeetingId::value)))
                    .flatMap(entry -> entry.getValue().passedOn(release.released(), release.startedOn()).stream())
                    .forEach(happened::add);
            return List.copyOf(happened);
        }

        private List<CaseMeetingsEvent> note(NoteDuty note) {
            return duty.filter(note.duty()::equals).isPresent()
                    ? List.of()
                    : List.of(new DutyNoted(caseId(), note.duty()));
        }

        private CaseJoined joined(CaseId survivor, ToldAt told) {
            return new CaseJoined(caseId(), survivor, told);
        }

        private CaseResumed resumed(ToldAt told) {
            return new CaseResumed(caseId(), told);
        }

        private CaseEnded ended(LocalDate on) {
            return new CaseEnded(caseId(), on);
        }

        private Followed with(CaseStanding next) {
            return new Followed(as, next, duty, meetings);
        }

        private Followed with(Duty next) {
            return new Followed(as, standing, Optional.of(next), meetings);
        }

        private Followed with(MeetingId id, Meeting meeting) {
            var changed = new HashMap<>(meetings);
            changed.put(id, meeting);
            return new Followed(as, standing, duty, changed);
        }
    }

    /** The case has become part of another: the meetings it has go on, new ones belong to the survivor. */
    record Joined(Followed until, CaseId survivor) implements CaseMeetings {
        @Override
        public List<CaseMeetingsEvent> decide(CaseMeetingsCommand command, Instant now) {
            return switch (command) {
                case SummonMeeting _, EnterConversation _ ->
                    throw new MeetingRefused(Rule.CASE_IS_PART_OF_ANOTHER, Map.of("survivor", survivor.toString()));
                case ResumeCase resume ->
                    until.standing().resume(resume.toldAt(), until::resumed, told -> until.joined(survivor, told));
                case FollowCase _, AbsorbCase _, JoinCase _, ReleaseCase _, LeaveCase _, EndCase _, NoteDuty _ ->
                    until.decide(command, now);
                case MoveMeeting _,
                        WaiveNotice _,
                        CancelMeeting _,
                        HoldMeeting _,
                        TakeOverMeeting _,
                        StrikeConversation _ -> until.decide(command, now);
            };
        }

        @Override
        public CaseMeetings evolve(CaseMeetingsEvent event) {
            return switch (event) {
                case CaseJoined e -> until.partOf(e);
                case CaseResumed _ -> until.grow(event);
                case CaseFollowed _, CaseAbsorbed _, CaseReleased _, CaseEnded _, DutyNoted _, MeetingEvent _ ->
                    new Joined(until.grow(event), survivor);
            };
        }
    }
}
