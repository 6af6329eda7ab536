package no.oppfolging.meetings.domain;

import static no.oppfolging.meetings.domain.CaseMeetingsExample.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.AbsorbCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EndCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.JoinCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.LeaveCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ReleaseCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ResumeCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.TakeOverMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseAbsorbed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseEnded;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseFollowed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseJoined;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseReleased;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseResumed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingCancelled;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingHeld;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingMoved;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingPassedOn;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingSummoned;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingTakenOver;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.ToldAt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CasesThatPartTest {
    static final LocalDate DAY_OF_THE_MEETING = LegalDay.of(NEXT_MONDAY_NINE);
    static final CaseFollowed OTHER_FOLLOWED = new CaseFollowed(OTHER_CASE, EMPLOYMENT, KARI);
    static final MeetingSoFar SUMMONED_SO_FAR =
            new MeetingSoFar(IN_A_WEEK, BOTH, false, false, Optional.empty(), List.of(), Optional.empty());
    static final MeetingSoFar HELD_SO_FAR =
            new MeetingSoFar(IN_A_WEEK, BOTH, false, false, Optional.of(DAY_OF_THE_MEETING), BOTH, Optional.empty());

    @Nested
    class The_part_that_leaves {
        final CaseJoined joined = new CaseJoined(CASE, OTHER_CASE, EARLIER);

        @Test
        void stands_by_itself_again() {
            meetings()
                    .given(FOLLOWED, joined)
                    .when(new ResumeCase(CASE, LATER), MONDAY_NINE)
                    .then(new CaseResumed(CASE, LATER));
            meetings()
                    .given(FOLLOWED, joined, new CaseResumed(CASE, LATER))
                    .when(new ResumeCase(CASE, LATER), MONDAY_NINE)
                    .thenNothing();
        }

        @Test
        void leaves_once() {
            meetings()
                    .given(FOLLOWED, joined)
                    .when(new LeaveCase(CASE, LATER), MONDAY_NINE)
                    .then(new CaseResumed(CASE, LATER));
            meetings()
                    .given(FOLLOWED, joined, new CaseResumed(CASE, LATER))
                    .when(new LeaveCase(CASE, LATER), MONDAY_NINE)
                    .thenNothing();
        }

        @Test
        void stays_over_when_it_was() {
            var ended = new CaseEnded(CASE, DAY_OF_THE_MEETING);
            meetings()
                    .given(FOLLOWED, joined, ended)
                    .when(new LeaveCase(CASE, LATER), TUESDAY_AFTER)
                    .then(new CaseResumed(CASE, LATER), ended);
            meetings()
                    .given(FOLLOWED, joined, new CaseResumed(CASE, LATER), ended)
                    .when(new LeaveCase(CASE, LATER), TUESDAY_AFTER)
                    .thenNothing();
        }

        @Test
        void summons_again() {
            meetings()
                    .given(FOLLOWED, joined, new CaseResumed(CASE, LATER))
                    .when(summon(IN_A_WEEK), MONDAY_NINE)
                    .then(SUMMONED);
        }

        @Test
        void has_the_meetings_it_had_before() {
            meetings()
                    .given(FOLLOWED, SUMMONED, joined, new CaseResumed(CASE, LATER))
                    .when(new MoveMeeting(CASE, MEETING, at(TUESDAY_AFTER)), MONDAY_NINE)
                    .then(new MeetingMoved(CASE, MEETING, MeetingKind.DM1, at(TUESDAY_AFTER), NEXT_MONDAY_NINE, false));
        }
    }

    /** What is told of a case under its own key may be heard before or after what is told of it under another's. */
    @Nested
    class News_of_several_cases_heard_in_any_order {
        final List<CaseMeetingsCommand> ofItself = List.of(
                new ResumeCase(CASE, new ToldAt(3)),
                new EndCase(CASE, DAY_OF_THE_MEETING),
                new ResumeCase(CASE, new ToldAt(9)));
        final List<CaseMeetingsCommand> ofTheOther = List.of(
                new JoinCase(CASE, OTHER_CASE, new ToldAt(2)),
                new LeaveCase(CASE, new ToldAt(4)),
                new JoinCase(CASE, OTHER_CASE, new ToldAt(8)));

        @Test
        void leaves_the_case_by_itself_when_that_was_told_last() {
            meetings()
                    .given(FOLLOWED)
                    .whenHeardInAnyOrder(ofItself, ofTheOther, MONDAY_NINE)
                    .thenAsAfter(new CaseResumed(CASE, new ToldAt(9)));
        }

        @Test
        void leaves_it_part_of_the_other_when_that_was_told_last() {
            var andJoinedAgain = Stream.concat(
                            ofTheOther.stream(), Stream.of(new JoinCase(CASE, OTHER_CASE, new ToldAt(12))))
                    .toList();
            meetings()
                    .given(FOLLOWED)
                    .whenHeardInAnyOrder(ofItself, andJoinedAgain, MONDAY_NINE)
                    .thenAsAfter(new CaseJoined(CASE, OTHER_CASE, new ToldAt(12)));
        }

        @Test
        void leaves_it_over_when_that_is_the_last_news_of_itself() {
            var andLeft = Stream.concat(ofTheOther.stream(), Stream.of(new LeaveCase(CASE, new ToldAt(10))))
                    .toList();
            meetings()
                    .given(FOLLOWED)
                    .whenHeardInAnyOrder(ofItself.subList(0, 2), andLeft, MONDAY_NINE)
                    .thenAsAfter(new CaseResumed(CASE, new ToldAt(10)), new CaseEnded(CASE, DAY_OF_THE_MEETING));
        }
    }

    @Nested
    class The_part_that_stays {
        final CaseAbsorbed absorbed = new CaseAbsorbed(CASE, OTHER_CASE);

        @Test
        void lets_the_other_go_once() {
            meetings()
                    .given(FOLLOWED, absorbed)
                    .when(new ReleaseCase(CASE, OTHER_CASE, DAY_OF_THE_MEETING), MONDAY_NINE)
                    .then(new CaseReleased(CASE, OTHER_CASE));
            meetings()
                    .given(FOLLOWED, absorbed, new CaseReleased(CASE, OTHER_CASE))
                    .when(new ReleaseCase(CASE, OTHER_CASE, DAY_OF_THE_MEETING), MONDAY_NINE)
                    .thenNothing();
        }

        @Test
        void absorbs_it_again_when_the_correction_was_wrong() {
            meetings()
                    .given(FOLLOWED, absorbed, new CaseReleased(CASE, OTHER_CASE))
                    .when(new AbsorbCase(CASE, OTHER_CASE), MONDAY_NINE)
                    .then(absorbed);
        }

        @Test
        void passes_on_the_meetings_of_the_other_ones_days() {
            meetings()
                    .given(FOLLOWED, absorbed, SUMMONED)
                    .when(new ReleaseCase(CASE, OTHER_CASE, DAY_OF_THE_MEETING), MONDAY_NINE)
                    .then(
                            new CaseReleased(CASE, OTHER_CASE),
                            new MeetingPassedOn(CASE, MEETING, MeetingKind.DM1, OTHER_CASE, SUMMONED_SO_FAR));
        }

        @Test
        void passes_on_what_was_held_too() {
            meetings()
                    .given(
                            FOLLOWED,
                            SUMMONED,
                            new MeetingHeld(CASE, MEETING, MeetingKind.DM1, DAY_OF_THE_MEETING, BOTH))
                    .when(new ReleaseCase(CASE, OTHER_CASE, DAY_OF_THE_MEETING), TUESDAY_AFTER)
                    .then(new MeetingPassedOn(CASE, MEETING, MeetingKind.DM1, OTHER_CASE, HELD_SO_FAR));
        }

        @Test
        void keeps_the_meetings_of_its_own_days_and_what_never_was() {
            meetings()
                    .given(FOLLOWED, absorbed, SUMMONED)
                    .when(new ReleaseCase(CASE, OTHER_CASE, DAY_OF_THE_MEETING.plusDays(1)), MONDAY_NINE)
                    .then(new CaseReleased(CASE, OTHER_CASE));
            meetings()
                    .given(
                            FOLLOWED,
                            absorbed,
                            SUMMONED,
                            new MeetingCancelled(CASE, MEETING, MeetingKind.DM1, text("Nytt møte siden")))
                    .when(new ReleaseCase(CASE, OTHER_CASE, DAY_OF_THE_MEETING), MONDAY_NINE)
                    .then(new CaseReleased(CASE, OTHER_CASE));
        }

        @Test
        void answers_no_more_for_what_it_has_passed_on() {
            meetings()
                    .given(
                            FOLLOWED,
                            SUMMONED,
                            new MeetingPassedOn(CASE, MEETING, MeetingKind.DM1, OTHER_CASE, SUMMONED_SO_FAR))
                    .when(new CancelMeeting(CASE, MEETING, text("")), MONDAY_NINE)
                    .thenRefused(
                            "meeting-belongs-to-another-case", "Møtet hører til en annen sak nå, og må endres der.");
        }

        @Test
        void may_summon_to_another_once_it_has_passed_one_on() {
            meetings()
                    .given(
                            FOLLOWED,
                            SUMMONED,
                            new MeetingPassedOn(CASE, MEETING, MeetingKind.DM1, OTHER_CASE, SUMMONED_SO_FAR))
                    .when(new SummonMeeting(CASE, ANOTHER_MEETING, MeetingKind.DM1, IN_A_WEEK, BOTH), MONDAY_NINE)
                    .then(new MeetingSummoned(CASE, ANOTHER_MEETING, MeetingKind.DM1, IN_A_WEEK, BOTH, false));
        }
    }

    @Nested
    class A_meeting_that_was_passed_on {
        final MeetingTakenOver taken =
                new MeetingTakenOver(OTHER_CASE, MEETING, MeetingKind.DM1, CASE, SUMMONED_SO_FAR);

        @Test
        void is_taken_over_once() {
            var takeOver = new TakeOverMeeting(OTHER_CASE, MEETING, MeetingKind.DM1, CASE, SUMMONED_SO_FAR);
            meetings().given(OTHER_FOLLOWED).when(takeOver, MONDAY_NINE).then(taken);
            meetings().given(OTHER_FOLLOWED, taken).when(takeOver, MONDAY_NINE).thenNothing();
        }

        @Test
        void comes_back_when_the_other_passes_it_on_in_its_turn() {
            var passedOn = new MeetingPassedOn(OTHER_CASE, MEETING, MeetingKind.DM1, CASE, SUMMONED_SO_FAR);
            var back = new TakeOverMeeting(OTHER_CASE, MEETING, MeetingKind.DM1, CASE, SUMMONED_SO_FAR);

            meetings()
                    .given(OTHER_FOLLOWED, taken, passedOn)
                    .when(back, MONDAY_NINE)
                    .then(taken);
        }

        @Test
        void is_held_where_it_belongs() {
            meetings()
                    .given(OTHER_FOLLOWED, taken)
                    .when(new HoldMeeting(OTHER_CASE, MEETING, LegalDay.of(TUESDAY_AFTER), BOTH), TUESDAY_AFTER)
                    .then(new MeetingHeld(OTHER_CASE, MEETING, MeetingKind.DM1, LegalDay.of(TUESDAY_AFTER), BOTH));
        }

        @Test
        void stays_held_where_it_was() {
            meetings()
                    .given(
                            OTHER_FOLLOWED,
                            new MeetingTakenOver(OTHER_CASE, MEETING, MeetingKind.DM1, CASE, HELD_SO_FAR))
                    .when(new CancelMeeting(OTHER_CASE, MEETING, text("")), TUESDAY_AFTER)
                    .thenRefused("meeting-is-held", "Møtet er holdt 2026-03-16.");
        }
    }
}
