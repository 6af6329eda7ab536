package no.oppfolging.meetings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;

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
                case CaseFollowed e -> Followed.from(e);
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
     * @param duty what the law asks of its dialogue meeting, once that is known
     * @param endedOn its last day, once it is over
     */
    record Followed(
            CaseId caseId,
            EmploymentId employmentId,
            PersonId employee,
            Map<MeetingId, Meeting> meetings,
            Set<CaseId> absorbed,
            Optional<Duty> duty,
            Optional<LocalDate> endedOn)
            implements CaseMeetings {
        public Followed {
            meetings = Map.copyOf(meetings);
            absorbed = Set.copyOf(absorbed);
        }

        private static Followed from(CaseFollowed event) {
            return new Followed(
                    event.caseId(),
                    event.employmentId(),
                    event.employee(),
                    Map.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty());
        }

        @Override
        public List<CaseMeetingsEvent> decide(CaseMeetingsCommand command, Instant now) {
            return switch (command) {
                case FollowCase again -> follow(again);
                case AbsorbCase absorb -> absorb(absorb);
                case JoinCase join -> List.of(new CaseJoined(caseId, join.survivor()));
                case ReleaseCase release -> release(release);
                case LeaveCase _ -> List.of();
                case ResumeCase _ -> isOver() ? List.of(new CaseResumed(caseId)) : List.of();
                case EndCase end -> isOver() ? List.of() : List.of(new CaseEnded(caseId, end.endedOn()));
                case NoteDuty note -> note(note);
                case MeetingCommand about -> meeting(about.meetingId()).decide(about, now);
            };
        }

        @Override
        public CaseMeetings evolve(CaseMeetingsEvent event) {
            return switch (event) {
                case CaseJoined e -> new Joined(this, e.survivor());
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
                case CaseAbsorbed e -> absorbing(e.absorbed());
                case CaseReleased e -> releasing(e.released());
                case CaseResumed _ -> ended(Optional.empty());
                case CaseEnded e -> ended(Optional.of(e.endedOn()));
                case DutyNoted e -> with(e.duty());
                case MeetingEvent e ->
                    with(e.meetingId(), meeting(e.meetingId()).evolve(e));
            };
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
                    again.employmentId().equals(employmentId)
                            && again.employee().equals(employee),
                    Rule.CASE_BELONGS_TO_ANOTHER_EMPLOYMENT);
            return List.of();
        }

        private List<CaseMeetingsEvent> absorb(AbsorbCase absorb) {
            return absorbed.contains(absorb.absorbed())
                    ? List.of()
                    : List.of(new CaseAbsorbed(caseId, absorb.absorbed()));
        }

        /** What was summoned to here while the two were one, but for the other's days, passes on to it. */
        private List<CaseMeetingsEvent> release(ReleaseCase release) {
            var happened = new ArrayList<CaseMeetingsEvent>();
            if (absorbed.contains(release.released())) {
                happened.add(new CaseReleased(caseId, release.released()));
            }
            meetings.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.comparing(MeetingId::value)))
                    .flatMap(entry -> entry.getValue().passedOn(release.released(), release.startedOn()).stream())
                    .forEach(happened::add);
            return List.copyOf(happened);
        }

        /** To stand by itself again is not to go on: whether the case is over, news of its own tells. */
        private List<CaseMeetingsEvent> leave() {
            var resumed = new CaseResumed(caseId);
            return endedOn.<List<CaseMeetingsEvent>>map(day -> List.of(resumed, new CaseEnded(caseId, day)))
                    .orElseGet(() -> List.of(resumed));
        }

        private boolean isOver() {
            return endedOn.isPresent();
        }

        private List<CaseMeetingsEvent> note(NoteDuty note) {
            return duty.filter(note.duty()::equals).isPresent()
                    ? List.of()
                    : List.of(new DutyNoted(caseId, note.duty()));
        }

        private Followed absorbing(CaseId other) {
            var more = new HashSet<>(absorbed);
            more.add(other);
            return new Followed(caseId, employmentId, employee, meetings, more, duty, endedOn);
        }

        private Followed releasing(CaseId other) {
            var fewer = new HashSet<>(absorbed);
            fewer.remove(other);
            return new Followed(caseId, employmentId, employee, meetings, fewer, duty, endedOn);
        }

        private Followed with(MeetingId id, Meeting meeting) {
            var changed = new HashMap<>(meetings);
            changed.put(id, meeting);
            return new Followed(caseId, employmentId, employee, changed, absorbed, duty, endedOn);
        }

        private Followed with(Duty next) {
            return new Followed(caseId, employmentId, employee, meetings, absorbed, Optional.of(next), endedOn);
        }

        private Followed ended(Optional<LocalDate> now) {
            return new Followed(caseId, employmentId, employee, meetings, absorbed, duty, now);
        }
    }

    /** The case has become part of another: the meetings it has go on, new ones belong to the survivor. */
    record Joined(Followed until, CaseId survivor) implements CaseMeetings {
        @Override
        public List<CaseMeetingsEvent> decide(CaseMeetingsCommand command, Instant now) {
            return switch (command) {
                case JoinCase join -> join(join);
                case SummonMeeting _, EnterConversation _ ->
                    throw new MeetingRefused(Rule.CASE_IS_PART_OF_ANOTHER, Map.of("survivor", survivor.toString()));
                case LeaveCase _ -> until.leave();
                case ResumeCase _ -> List.of(new CaseResumed(until.caseId()));
                case FollowCase _, AbsorbCase _, ReleaseCase _, EndCase _, NoteDuty _ -> until.decide(command, now);
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
                case CaseJoined e -> new Joined(until, e.survivor());
                case CaseResumed _ -> until.grow(event);
                case CaseFollowed _, CaseAbsorbed _, CaseReleased _, CaseEnded _, DutyNoted _, MeetingEvent _ ->
                    new Joined(until.grow(event), survivor);
            };
        }

        private List<CaseMeetingsEvent> join(JoinCase join) {
            return join.survivor().equals(survivor)
                    ? List.of()
                    : List.of(new CaseJoined(until.caseId(), join.survivor()));
        }
    }
}
