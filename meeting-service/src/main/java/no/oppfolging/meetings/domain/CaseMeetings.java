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
import java.util.stream.Stream;
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
     * @param heard the latest news of whether it stands by itself: other cases' news of that may come late
     */
    record Followed(
            CaseId caseId,
            EmploymentId employmentId,
            PersonId employee,
            Map<MeetingId, Meeting> meetings,
            Set<CaseId> absorbed,
            Optional<Duty> duty,
            Optional<LocalDate> endedOn,
            ToldAt heard)
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
                    Optional.empty(),
                    ToldAt.BEFORE_ALL);
        }

        @Override
        public List<CaseMeetingsEvent> decide(CaseMeetingsCommand command, Instant now) {
            return switch (command) {
                case FollowCase again -> follow(again);
                case AbsorbCase absorb -> absorb(absorb);
                case JoinCase join -> join(join);
                case ReleaseCase release -> release(release);
                case LeaveCase leave -> leave(leave);
                case ResumeCase resume -> resume(resume);
                case EndCase end -> isOver() ? List.of() : List.of(new CaseEnded(caseId, end.endedOn()));
                case NoteDuty note -> note(note);
                case MeetingCommand about -> meeting(about.meetingId()).decide(about, now);
            };
        }

        @Override
        public CaseMeetings evolve(CaseMeetingsEvent event) {
            return switch (event) {
                case CaseJoined e -> new Joined(hearing(e.toldAt()), e.survivor());
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
                case CaseResumed e -> ended(Optional.empty()).hearing(e.toldAt());
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
        private List<CaseMeetingsEvent> leave(LeaveCase leave) {
            if (!isNews(leave.toldAt())) {
                return List.of();
            }
            var resumed = resumed(leave.toldAt());
            return endedOn.<List<CaseMeetingsEvent>>map(day -> List.of(resumed, new CaseEnded(caseId, day)))
                    .orElseGet(() -> List.of(resumed));
        }

        /** That it goes on is news of its own, and holds even where it is known what became of it since. */
        private List<CaseMeetingsEvent> resume(ResumeCase resume) {
            if (isNews(resume.toldAt())) {
                return List.of(resumed(resume.toldAt()));
            }
            return isOver() ? List.of(resumed(heard)) : List.of();
        }

        private List<CaseMeetingsEvent> join(JoinCase join) {
            return isNews(join.toldAt()) ? List.of(joined(join.survivor(), join.toldAt())) : List.of();
        }

        private CaseResumed resumed(ToldAt told) {
            return new CaseResumed(caseId, told);
        }

        private CaseJoined joined(CaseId survivor, ToldAt told) {
            return new CaseJoined(caseId, survivor, told);
        }

        private boolean isNews(ToldAt told) {
            return told.isAfter(heard);
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
            return new Followed(caseId, employmentId, employee, meetings, more, duty, endedOn, heard);
        }

        private Followed releasing(CaseId other) {
            var fewer = new HashSet<>(absorbed);
            fewer.remove(other);
            return new Followed(caseId, employmentId, employee, meetings, fewer, duty, endedOn, heard);
        }

        private Followed with(MeetingId id, Meeting meeting) {
            var changed = new HashMap<>(meetings);
            changed.put(id, meeting);
            return new Followed(caseId, employmentId, employee, changed, absorbed, duty, endedOn, heard);
        }

        private Followed with(Duty next) {
            return new Followed(caseId, employmentId, employee, meetings, absorbed, Optional.of(next), endedOn, heard);
        }

        private Followed ended(Optional<LocalDate> now) {
            return new Followed(caseId, employmentId, employee, meetings, absorbed, duty, now, heard);
        }

        private Followed hearing(ToldAt told) {
            return new Followed(caseId, employmentId, employee, meetings, absorbed, duty, endedOn, told);
        }
    }

    /** The case has become part of another: the meetings it has go on, new ones belong to the survivor. */
    record Joined(Followed until, CaseId survivor) implements CaseMeetings {
        @Override
        public List<CaseMeetingsEvent> decide(CaseMeetingsCommand command, Instant now) {
            return switch (command) {
                case SummonMeeting _, EnterConversation _ ->
                    throw new MeetingRefused(Rule.CASE_IS_PART_OF_ANOTHER, Map.of("survivor", survivor.toString()));
                case ResumeCase resume -> resume(resume);
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
                case CaseJoined e -> new Joined(until.hearing(e.toldAt()), e.survivor());
                case CaseResumed _ -> until.grow(event);
                case CaseFollowed _, CaseAbsorbed _, CaseReleased _, CaseEnded _, DutyNoted _, MeetingEvent _ ->
                    new Joined(until.grow(event), survivor);
            };
        }

        /** Where it joined after that was told, it goes on as part of the other. */
        private List<CaseMeetingsEvent> resume(ResumeCase resume) {
            var resumed = until.resume(resume);
            return resumed.isEmpty() || until.isNews(resume.toldAt())
                    ? resumed
                    : Stream.concat(resumed.stream(), Stream.of(until.joined(survivor, until.heard())))
                            .toList();
        }
    }
}
