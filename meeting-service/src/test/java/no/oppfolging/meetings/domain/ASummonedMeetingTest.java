package no.oppfolging.meetings.domain;

import static no.oppfolging.meetings.domain.CaseMeetingsExample.*;

import java.time.LocalDate;
import java.util.List;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.CancelMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.MoveMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.WaiveNotice;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingCancelled;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingHeld;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingMoved;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.NoticeWaived;
import no.oppfolging.platform.kernel.PersonalText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ASummonedMeetingTest {
    static final LocalDate ITS_DAY = LocalDate.of(2026, 3, 16);

    @Nested
    class Is_moved {
        @Test
        void to_another_time() {
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new MoveMeeting(CASE, MEETING, at(TUESDAY_AFTER)), MONDAY_NINE)
                    .then(new MeetingMoved(CASE, MEETING, MeetingKind.DM1, at(TUESDAY_AFTER), NEXT_MONDAY_NINE, false));
        }

        @Test
        void to_another_place_at_the_same_time_which_needs_notice_too() {
            var digital = new Appointment(IN_A_WEEK.startsAt(), IN_A_WEEK.endsAt(), text("Video"), MeetingForm.DIGITAL);
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new MoveMeeting(CASE, MEETING, digital), oslo("2026-03-13T09:00"))
                    .then(new MeetingMoved(CASE, MEETING, MeetingKind.DM1, digital, NEXT_MONDAY_NINE, true));
        }

        @Test
        void nowhere_when_it_is_already_there() {
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new MoveMeeting(CASE, MEETING, IN_A_WEEK), TUESDAY_AFTER)
                    .thenNothing();
        }

        @Test
        void also_after_its_time_when_nobody_came() {
            var thursday = at(oslo("2026-03-26T12:00"));
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new MoveMeeting(CASE, MEETING, thursday), TUESDAY_AFTER)
                    .then(new MeetingMoved(CASE, MEETING, MeetingKind.DM1, thursday, NEXT_MONDAY_NINE, false));
        }

        @Test
        void never_into_the_past() {
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new MoveMeeting(CASE, MEETING, ON_THURSDAY), TUESDAY_AFTER)
                    .thenRefused("meeting-time-has-passed", "Velg et tidspunkt som ikke har vært.");
        }
    }

    @Nested
    class With_short_notice {
        @Test
        void is_accepted_by_the_employee_once() {
            meetings()
                    .given(FOLLOWED, SUMMONED_AT_SHORT_NOTICE)
                    .when(new WaiveNotice(CASE, MEETING), MONDAY_NINE)
                    .then(new NoticeWaived(CASE, MEETING, MeetingKind.DM1));
            meetings()
                    .given(FOLLOWED, SUMMONED_AT_SHORT_NOTICE, new NoticeWaived(CASE, MEETING, MeetingKind.DM1))
                    .when(new WaiveNotice(CASE, MEETING), MONDAY_NINE)
                    .thenNothing();
        }

        @Test
        void is_accepted_anew_when_it_moves_to_another_near_time() {
            var friday = at(oslo("2026-03-13T09:00"));
            meetings()
                    .given(
                            FOLLOWED,
                            SUMMONED_AT_SHORT_NOTICE,
                            new NoticeWaived(CASE, MEETING, MeetingKind.DM1),
                            new MeetingMoved(CASE, MEETING, MeetingKind.DM1, friday, ON_THURSDAY.startsAt(), true))
                    .when(new WaiveNotice(CASE, MEETING), MONDAY_NINE)
                    .then(new NoticeWaived(CASE, MEETING, MeetingKind.DM1));
        }

        @Test
        void may_be_held_without_a_waiver() {
            var day = LocalDate.of(2026, 3, 12);
            meetings()
                    .given(FOLLOWED, SUMMONED_AT_SHORT_NOTICE)
                    .when(new HoldMeeting(CASE, MEETING, day, BOTH), TUESDAY_AFTER)
                    .then(new MeetingHeld(CASE, MEETING, MeetingKind.DM1, day, BOTH));
        }
    }

    @Test
    void with_long_notice_has_nothing_to_accept() {
        meetings()
                .given(FOLLOWED, SUMMONED)
                .when(new WaiveNotice(CASE, MEETING), MONDAY_NINE)
                .thenRefused(
                        "notice-is-long-enough",
                        "Innkallingen kom minst sju dager før møtet, så det er ingen kort varsling å godta.");
    }

    @Nested
    class Is_cancelled {
        @Test
        void with_a_reason() {
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new CancelMeeting(CASE, MEETING, text("Leder er på reise")), MONDAY_NINE)
                    .then(new MeetingCancelled(CASE, MEETING, MeetingKind.DM1, text("Leder er på reise")));
        }

        @Test
        void not_with_a_novel() {
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new CancelMeeting(CASE, MEETING, text("x".repeat(2001))), MONDAY_NINE)
                    .thenRefused("meeting-text-is-too-long", "Teksten er for lang. Bruk høyst 2000 tegn.");
        }
    }

    @Nested
    class Is_held {
        @Test
        void on_its_day_with_those_who_came() {
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new HoldMeeting(CASE, MEETING, ITS_DAY, BOTH), NEXT_MONDAY_NINE)
                    .then(new MeetingHeld(CASE, MEETING, MeetingKind.DM1, ITS_DAY, BOTH));
        }

        @Test
        void on_a_later_day_by_a_substitute_for_the_manager() {
            var withSubstitute = List.of(EMPLOYEE, Participant.named(ParticipantRole.MANAGER, SIRI));
            var dayAfter = ITS_DAY.plusDays(1);
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new HoldMeeting(CASE, MEETING, dayAfter, withSubstitute), TUESDAY_AFTER)
                    .then(new MeetingHeld(CASE, MEETING, MeetingKind.DM1, dayAfter, withSubstitute));
        }

        @Test
        void on_the_norwegian_day_it_was_when_it_is_late_in_the_evening() {
            var late = at(oslo("2026-03-16T23:30"));
            meetings()
                    .given(
                            FOLLOWED,
                            SUMMONED,
                            new MeetingMoved(CASE, MEETING, MeetingKind.DM1, late, NEXT_MONDAY_NINE, true))
                    .when(new HoldMeeting(CASE, MEETING, ITS_DAY, BOTH), oslo("2026-03-16T23:45"))
                    .then(new MeetingHeld(CASE, MEETING, MeetingKind.DM1, ITS_DAY, BOTH));
        }

        @Test
        void not_before_it_has_begun() {
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new HoldMeeting(CASE, MEETING, ITS_DAY, BOTH), NEXT_MONDAY_NINE.minusSeconds(1))
                    .thenRefused("meeting-has-not-begun", "Møtet har ikke begynt ennå.");
        }

        @Test
        void not_on_a_day_before_its_own() {
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new HoldMeeting(CASE, MEETING, ITS_DAY.minusDays(1), BOTH), TUESDAY_AFTER)
                    .thenRefused(
                            "meeting-is-held-before-its-day",
                            "Møtet kan ikke være holdt før dagen det var kalt inn til. Flytt det først.");
        }

        @Test
        void not_on_a_day_to_come() {
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new HoldMeeting(CASE, MEETING, ITS_DAY.plusDays(2), BOTH), TUESDAY_AFTER)
                    .thenRefused(
                            "meeting-is-held-on-a-day-to-come",
                            "Møtet kan ikke være holdt på en dag som ikke har vært.");
        }

        @Test
        void not_when_the_employee_did_not_come() {
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(new HoldMeeting(CASE, MEETING, ITS_DAY, List.of(MANAGER)), TUESDAY_AFTER)
                    .thenRefused(
                            "employee-takes-part-in-dialogue-meeting",
                            "Den ansatte deltar på alle dialogmøter (arbeidsmiljøloven § 4-6 fjerde ledd).");
        }
    }

    @Test
    void whose_place_has_been_erased_is_held_all_the_same() {
        var erased = new Appointment(
                IN_A_WEEK.startsAt(), IN_A_WEEK.endsAt(), PersonalText.erased(KARI), MeetingForm.IN_PERSON);
        meetings()
                .given(
                        FOLLOWED,
                        new CaseMeetingsEvent.MeetingSummoned(CASE, MEETING, MeetingKind.DM1, erased, BOTH, false))
                .when(new HoldMeeting(CASE, MEETING, ITS_DAY, BOTH), TUESDAY_AFTER)
                .then(new MeetingHeld(CASE, MEETING, MeetingKind.DM1, ITS_DAY, BOTH));
    }
}
