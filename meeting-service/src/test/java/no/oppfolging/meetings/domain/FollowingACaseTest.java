package no.oppfolging.meetings.domain;

import static no.oppfolging.meetings.domain.CaseMeetingsExample.*;

import java.time.LocalDate;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.AbsorbCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EndCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.FollowCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.JoinCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.LeaveCase;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.NoteDuty;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.ResumeCase;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseAbsorbed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseEnded;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseFollowed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseJoined;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.CaseResumed;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.DutyNoted;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingHeld;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingMoved;
import no.oppfolging.meetings.domain.Duty.Standing;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FollowingACaseTest {
    static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 8);
    static final CaseId THIRD_CASE = CaseId.of("00000000-0000-0000-0000-0000000000c3");

    @Nested
    class A_case_nobody_has_told_of {
        @Test
        void is_followed_when_it_is_opened() {
            meetings()
                    .when(new FollowCase(CASE, EMPLOYMENT, KARI), MONDAY_NINE)
                    .then(new CaseFollowed(CASE, EMPLOYMENT, KARI));
        }

        @Test
        void summons_nobody() {
            meetings()
                    .when(summon(IN_A_WEEK), MONDAY_NINE)
                    .thenRefused("case-is-not-followed-yet", "Vi kjenner ikke saken ennå. Prøv igjen om litt.");
        }

        @Test
        void neither_joins_nor_absorbs_nor_leaves_another() {
            meetings()
                    .when(new LeaveCase(CASE, LATER), MONDAY_NINE)
                    .thenRefused("case-is-not-followed-yet", "Vi kjenner ikke saken ennå. Prøv igjen om litt.");
            meetings()
                    .when(new JoinCase(CASE, OTHER_CASE, EARLIER), MONDAY_NINE)
                    .thenRefused("case-is-not-followed-yet", "Vi kjenner ikke saken ennå. Prøv igjen om litt.");
            meetings()
                    .when(new AbsorbCase(CASE, OTHER_CASE), MONDAY_NINE)
                    .thenRefused("case-is-not-followed-yet", "Vi kjenner ikke saken ennå. Prøv igjen om litt.");
        }

        @Test
        void neither_ends_nor_goes_on() {
            meetings()
                    .when(new EndCase(CASE, LAST_DAY), MONDAY_NINE)
                    .thenRefused("case-is-not-followed-yet", "Vi kjenner ikke saken ennå. Prøv igjen om litt.");
            meetings()
                    .when(new ResumeCase(CASE, LATER), MONDAY_NINE)
                    .thenRefused("case-is-not-followed-yet", "Vi kjenner ikke saken ennå. Prøv igjen om litt.");
        }
    }

    @Nested
    class A_followed_case {
        @Test
        void is_followed_once_however_often_it_is_told() {
            meetings()
                    .given(FOLLOWED)
                    .when(new FollowCase(CASE, EMPLOYMENT, KARI), MONDAY_NINE)
                    .thenNothing();
        }

        @Test
        void is_never_handed_to_another_employee() {
            meetings()
                    .given(FOLLOWED)
                    .when(new FollowCase(CASE, EMPLOYMENT, SIRI), MONDAY_NINE)
                    .thenRefused("case-belongs-to-another-employment", "Saken hører til et annet arbeidsforhold.");
        }

        @Test
        void absorbs_another_once() {
            meetings()
                    .given(FOLLOWED)
                    .when(new AbsorbCase(CASE, OTHER_CASE), MONDAY_NINE)
                    .then(new CaseAbsorbed(CASE, OTHER_CASE));
            meetings()
                    .given(FOLLOWED, new CaseAbsorbed(CASE, OTHER_CASE))
                    .when(new AbsorbCase(CASE, OTHER_CASE), MONDAY_NINE)
                    .thenNothing();
        }

        @Test
        void joins_another() {
            meetings()
                    .given(FOLLOWED)
                    .when(new JoinCase(CASE, OTHER_CASE, EARLIER), MONDAY_NINE)
                    .then(new CaseJoined(CASE, OTHER_CASE, EARLIER));
        }
    }

    @Nested
    class What_the_law_asks {
        final Duty open = new Duty(MeetingKind.DM1, LocalDate.of(2026, 4, 19), Standing.OPEN);
        final Duty met = new Duty(MeetingKind.DM1, LocalDate.of(2026, 4, 19), Standing.MET);

        @Test
        void is_noted_once_however_often_it_is_told() {
            meetings()
                    .given(FOLLOWED)
                    .when(new NoteDuty(CASE, open), MONDAY_NINE)
                    .then(new DutyNoted(CASE, open));
            meetings()
                    .given(FOLLOWED, new DutyNoted(CASE, open))
                    .when(new NoteDuty(CASE, open), MONDAY_NINE)
                    .thenNothing();
        }

        @Test
        void may_change() {
            meetings()
                    .given(FOLLOWED, new DutyNoted(CASE, open))
                    .when(new NoteDuty(CASE, met), MONDAY_NINE)
                    .then(new DutyNoted(CASE, met));
        }

        @Test
        void is_heard_also_of_a_case_that_is_part_of_another() {
            meetings()
                    .given(FOLLOWED, new CaseJoined(CASE, OTHER_CASE, EARLIER))
                    .when(new NoteDuty(CASE, open), MONDAY_NINE)
                    .then(new DutyNoted(CASE, open));
        }
    }

    @Nested
    class A_case_that_is_over {
        final CaseEnded ended = new CaseEnded(CASE, LAST_DAY);

        @Test
        void ends_once_however_often_it_is_told() {
            meetings()
                    .given(FOLLOWED)
                    .when(new EndCase(CASE, LAST_DAY), MONDAY_NINE)
                    .then(ended);
            meetings()
                    .given(FOLLOWED, ended)
                    .when(new EndCase(CASE, LAST_DAY), MONDAY_NINE)
                    .thenNothing();
        }

        @Test
        void still_lets_people_meet() {
            meetings()
                    .given(FOLLOWED, ended)
                    .when(summon(IN_A_WEEK), MONDAY_NINE)
                    .then(SUMMONED);
        }

        @Test
        void goes_on_when_it_is_reopened() {
            meetings()
                    .given(FOLLOWED, ended)
                    .when(new ResumeCase(CASE, LATER), MONDAY_NINE)
                    .then(new CaseResumed(CASE, LATER));
            meetings()
                    .given(FOLLOWED, ended, new CaseResumed(CASE, LATER))
                    .when(new ResumeCase(CASE, LATER), MONDAY_NINE)
                    .thenNothing();
        }
    }

    @Nested
    class A_case_that_has_become_part_of_another {
        final CaseJoined joined = new CaseJoined(CASE, OTHER_CASE, EARLIER);

        @Test
        void joins_once_however_often_it_is_told() {
            meetings()
                    .given(FOLLOWED, joined)
                    .when(new JoinCase(CASE, OTHER_CASE, EARLIER), MONDAY_NINE)
                    .thenNothing();
        }

        @Test
        void moves_on_to_the_case_that_its_survivor_joined() {
            meetings()
                    .given(FOLLOWED, joined)
                    .when(new JoinCase(CASE, THIRD_CASE, LATER), MONDAY_NINE)
                    .then(new CaseJoined(CASE, THIRD_CASE, LATER));
        }

        @Test
        void leaves_new_meetings_to_the_survivor() {
            meetings()
                    .given(FOLLOWED, joined)
                    .when(summon(IN_A_WEEK), MONDAY_NINE)
                    .thenRefused(
                            "case-is-part-of-another",
                            "Saken er slått sammen med en annen. Kall inn til møtet i saken den nå er en del av.");
        }

        @Test
        void goes_on_answering_for_the_meetings_it_has() {
            meetings()
                    .given(FOLLOWED, SUMMONED, joined)
                    .when(new MoveMeeting(CASE, MEETING, at(TUESDAY_AFTER)), MONDAY_NINE)
                    .then(new MeetingMoved(CASE, MEETING, MeetingKind.DM1, at(TUESDAY_AFTER), NEXT_MONDAY_NINE, false));
            meetings()
                    .given(
                            FOLLOWED,
                            SUMMONED,
                            joined,
                            new MeetingMoved(
                                    CASE, MEETING, MeetingKind.DM1, at(TUESDAY_AFTER), NEXT_MONDAY_NINE, false))
                    .when(new HoldMeeting(CASE, MEETING, LegalDay.of(TUESDAY_AFTER), BOTH), TUESDAY_AFTER)
                    .then(new MeetingHeld(CASE, MEETING, MeetingKind.DM1, LegalDay.of(TUESDAY_AFTER), BOTH));
        }

        @Test
        void still_hears_of_what_it_absorbed_itself() {
            meetings()
                    .given(FOLLOWED, joined)
                    .when(new AbsorbCase(CASE, THIRD_CASE), MONDAY_NINE)
                    .then(new CaseAbsorbed(CASE, THIRD_CASE));
            meetings()
                    .given(FOLLOWED, joined, new CaseAbsorbed(CASE, THIRD_CASE))
                    .when(new AbsorbCase(CASE, THIRD_CASE), MONDAY_NINE)
                    .thenNothing();
        }
    }
}
