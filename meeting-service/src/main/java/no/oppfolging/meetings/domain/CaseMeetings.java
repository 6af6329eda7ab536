package no.oppfolging.meetings.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.AbsorbCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.FollowCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.JoinCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MeetingCommand;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.WaiveNotice;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseAbsorbed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseFollowed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseJoined;
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
                case AbsorbCase _, JoinCase _, MeetingCommand _ ->
                    throw new MeetingRefused(Rule.CASE_IS_NOT_FOLLOWED_YET, Map.of());
            };
        }

        @Override
        public CaseMeetings evolve(CaseMeetingsEvent event) {
            return switch (event) {
                case CaseFollowed e -> Followed.from(e);
                case CaseAbsorbed _, CaseJoined _, MeetingEvent _ -> this;
            };
        }
    }

    /** The case is known, and people may be summoned. */
    record Followed(
            CaseId caseId,
            EmploymentId employmentId,
            PersonId employee,
            Map<MeetingId, Meeting> meetings,
            Set<CaseId> absorbed)
            implements CaseMeetings {
        public Followed {
            meetings = Map.copyOf(meetings);
            absorbed = Set.copyOf(absorbed);
        }

        private static Followed from(CaseFollowed event) {
            return new Followed(event.caseId(), event.employmentId(), event.employee(), Map.of(), Set.of());
        }

        @Override
        public List<CaseMeetingsEvent> decide(CaseMeetingsCommand command, Instant now) {
            return switch (command) {
                case FollowCase again -> follow(again);
                case AbsorbCase absorb -> absorb(absorb);
                case JoinCase join -> List.of(new CaseJoined(caseId, join.survivor()));
                case MeetingCommand about -> meeting(about.meetingId()).decide(about, now);
            };
        }

        @Override
        public CaseMeetings evolve(CaseMeetingsEvent event) {
            return switch (event) {
                case CaseJoined e -> new Joined(this, e.survivor());
                case CaseFollowed _, CaseAbsorbed _, MeetingEvent _ -> grow(event);
            };
        }

        private Followed grow(CaseMeetingsEvent event) {
            return switch (event) {
                case CaseFollowed _, CaseJoined _ -> this;
                case CaseAbsorbed e -> absorbing(e.absorbed());
                case MeetingEvent e ->
                    with(e.meetingId(), meeting(e.meetingId()).evolve(e));
            };
        }

        /** The meeting that has to be held or cancelled before people are summoned to a new one. */
        Optional<MeetingId> unfinishedMeeting() {
            return meetings.entrySet().stream()
                    .filter(entry -> entry.getValue().isUnfinished())
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

        private Followed absorbing(CaseId other) {
            var more = new HashSet<>(absorbed);
            more.add(other);
            return new Followed(caseId, employmentId, employee, meetings, more);
        }

        private Followed with(MeetingId id, Meeting meeting) {
            var changed = new HashMap<>(meetings);
            changed.put(id, meeting);
            return new Followed(caseId, employmentId, employee, changed, absorbed);
        }
    }

    /** The case has become part of another: the meetings it has go on, new ones belong to the survivor. */
    record Joined(Followed until, CaseId survivor) implements CaseMeetings {
        @Override
        public List<CaseMeetingsEvent> decide(CaseMeetingsCommand command, Instant now) {
            return switch (command) {
                case JoinCase join -> join(join);
                case SummonMeeting _ ->
                    throw new MeetingRefused(Rule.CASE_IS_PART_OF_ANOTHER, Map.of("survivor", survivor.toString()));
                case FollowCase _, AbsorbCase _ -> until.decide(command, now);
                case MoveMeeting _, WaiveNotice _, CancelMeeting _, HoldMeeting _ -> until.decide(command, now);
            };
        }

        @Override
        public CaseMeetings evolve(CaseMeetingsEvent event) {
            return switch (event) {
                case CaseJoined e -> new Joined(until, e.survivor());
                case CaseFollowed _, CaseAbsorbed _, MeetingEvent _ -> new Joined(until.grow(event), survivor);
            };
        }

        private List<CaseMeetingsEvent> join(JoinCase join) {
            return join.survivor().equals(survivor)
                    ? List.of()
                    : List.of(new CaseJoined(until.caseId(), join.survivor()));
        }
    }
}
