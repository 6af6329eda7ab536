package no.oppfolging.meetings.domain;

import static no.oppfolging.meetings.domain.CaseMeetingsExample.*;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.HoldMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingCancelled;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingHeld;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingSummoned;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SummoningToAMeetingTest {
    @Test
    void tells_when_where_how_and_with_whom() {
        var withSiri = List.of(EMPLOYEE, MANAGER, Participant.named(ParticipantRole.UNION_REPRESENTATIVE, SIRI));
        meetings()
                .given(FOLLOWED)
                .when(new SummonMeeting(CASE, MEETING, MeetingKind.DM1, IN_A_WEEK, withSiri), MONDAY_NINE)
                .then(new MeetingSummoned(CASE, MEETING, MeetingKind.DM1, IN_A_WEEK, withSiri, false));
    }

    @Test
    void twice_in_the_same_way_summons_once() {
        meetings()
                .given(FOLLOWED, SUMMONED)
                .when(summon(IN_A_WEEK), MONDAY_NINE)
                .thenNothing();
    }

    @Test
    void twice_in_different_ways_is_refused() {
        meetings()
                .given(FOLLOWED, SUMMONED)
                .when(summon(ON_THURSDAY), MONDAY_NINE)
                .thenRefused(
                        "meeting-is-already-summoned",
                        "Det er alt kalt inn til dette møtet. Flytt det hvis tid eller sted skal endres.");
    }

    @Test
    void writes_no_text_about_anybody_but_the_employee() {
        var place = new PersonalText(OLA, "Olas kontor");
        var elsewhere = new Appointment(
                NEXT_MONDAY_NINE, NEXT_MONDAY_NINE.plus(Duration.ofHours(1)), place, MeetingForm.IN_PERSON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> meetings()
                        .given(FOLLOWED)
                        .when(summon(elsewhere), MONDAY_NINE)
                        .thenNothing());
    }

    @Nested
    class Seven_days_of_notice {
        @Test
        void are_enough_to_the_minute() {
            meetings()
                    .given(FOLLOWED)
                    .when(summon(IN_A_WEEK), MONDAY_NINE)
                    .then(new MeetingSummoned(CASE, MEETING, MeetingKind.DM1, IN_A_WEEK, BOTH, false));
        }

        @Test
        void less_a_second_are_short() {
            meetings()
                    .given(FOLLOWED)
                    .when(summon(IN_A_WEEK), MONDAY_NINE.plusSeconds(1))
                    .then(new MeetingSummoned(CASE, MEETING, MeetingKind.DM1, IN_A_WEEK, BOTH, true));
        }

        @Test
        void are_counted_on_the_wall_when_the_clocks_go_forward() {
            // Summer time begins on Sunday 29 March 2026: the week has 167 hours.
            var tuesday = oslo("2026-03-24T10:00");
            var nextTuesday = at(oslo("2026-03-31T10:00"));
            meetings()
                    .given(FOLLOWED)
                    .when(summon(nextTuesday), tuesday)
                    .then(new MeetingSummoned(CASE, MEETING, MeetingKind.DM1, nextTuesday, BOTH, false));
        }

        @Test
        void are_counted_on_the_wall_when_the_clocks_go_back() {
            // Summer time ends on Sunday 25 October 2026: the week has 169 hours.
            var tuesday = oslo("2026-10-20T10:00");
            var nextTuesday = at(oslo("2026-10-27T10:00"));
            meetings()
                    .given(FOLLOWED)
                    .when(summon(nextTuesday), tuesday.plusSeconds(1))
                    .then(new MeetingSummoned(CASE, MEETING, MeetingKind.DM1, nextTuesday, BOTH, true));
        }
    }

    @Nested
    class Is_refused {
        @Test
        void to_a_time_that_has_passed() {
            refused(at(MONDAY_NINE), "meeting-time-has-passed", "Velg et tidspunkt som ikke har vært.");
        }

        @Test
        void when_it_ends_before_it_starts() {
            refused(
                    new Appointment(NEXT_MONDAY_NINE, NEXT_MONDAY_NINE, text("Fjorden"), MeetingForm.DIGITAL),
                    "meeting-ends-before-it-starts",
                    "Møtet må slutte etter at det har begynt.");
        }

        @Test
        void to_a_time_more_than_a_year_ahead() {
            refused(at(oslo("2027-03-09T09:00")), "meeting-is-too-far-ahead", "Velg et tidspunkt innen et år.");
        }

        @Test
        void when_it_would_last_all_day_and_night() {
            var end = NEXT_MONDAY_NINE.plus(Duration.ofHours(12)).plusSeconds(1);
            refused(
                    new Appointment(NEXT_MONDAY_NINE, end, text("Fjorden"), MeetingForm.DIGITAL),
                    "meeting-lasts-too-long",
                    "Et møte kan vare høyst tolv timer.");
        }

        @Test
        void without_a_place() {
            refused(place("  "), "meeting-needs-place", "Skriv hvor møtet skal være.");
        }

        @Test
        void when_the_place_is_a_novel() {
            refused(place("x".repeat(501)), "meeting-text-is-too-long", "Teksten er for lang. Bruk høyst 500 tegn.");
        }

        @Test
        void without_the_employee() {
            refused(
                    List.of(MANAGER, Participant.named(ParticipantRole.DOCTOR, BERG)),
                    "employee-takes-part-in-dialogue-meeting",
                    "Den ansatte deltar på alle dialogmøter (arbeidsmiljøloven § 4-6 fjerde ledd).");
        }

        @Test
        void with_someone_else_in_the_employees_place() {
            refused(
                    List.of(MANAGER, Participant.named(ParticipantRole.EMPLOYEE, SIRI)),
                    "employee-takes-part-in-dialogue-meeting",
                    "Den ansatte deltar på alle dialogmøter (arbeidsmiljøloven § 4-6 fjerde ledd).");
        }

        @Test
        void without_the_manager() {
            refused(
                    List.of(EMPLOYEE, Participant.named(ParticipantRole.HR, SIRI)),
                    "manager-takes-part-in-dialogue-meeting",
                    "Nærmeste leder deltar på alle dialogmøter (arbeidsmiljøloven § 4-6 fjerde ledd).");
        }

        @Test
        void with_a_manager_without_a_name() {
            refused(
                    List.of(EMPLOYEE, Participant.as(ParticipantRole.MANAGER)),
                    "manager-takes-part-in-dialogue-meeting",
                    "Nærmeste leder deltar på alle dialogmøter (arbeidsmiljøloven § 4-6 fjerde ledd).");
        }

        @Test
        void when_the_same_role_without_a_name_stands_there_twice() {
            refused(
                    List.of(
                            EMPLOYEE,
                            MANAGER,
                            Participant.as(ParticipantRole.DOCTOR),
                            Participant.as(ParticipantRole.DOCTOR)),
                    "participant-is-named-twice",
                    "Samme person står oppført to ganger.");
        }

        @Test
        void when_the_employee_is_named_as_the_manager_too() {
            refused(
                    List.of(EMPLOYEE, Participant.named(ParticipantRole.MANAGER, KARI)),
                    "participant-is-named-twice",
                    "Samme person står oppført to ganger.");
        }

        private void refused(Appointment appointment, String rule, String sentence) {
            meetings().given(FOLLOWED).when(summon(appointment), MONDAY_NINE).thenRefused(rule, sentence);
        }

        private void refused(List<Participant> participants, String rule, String sentence) {
            meetings()
                    .given(FOLLOWED)
                    .when(new SummonMeeting(CASE, MEETING, MeetingKind.DM1, IN_A_WEEK, participants), MONDAY_NINE)
                    .thenRefused(rule, sentence);
        }

        private Appointment place(String place) {
            var end = NEXT_MONDAY_NINE.plus(Duration.ofHours(1));
            return new Appointment(NEXT_MONDAY_NINE, end, text(place), MeetingForm.IN_PERSON);
        }
    }

    @Nested
    class A_second_dialogue_meeting {
        final Instant later = oslo("2026-03-20T12:00");
        final Appointment inApril = at(oslo("2026-04-07T09:00"));
        final SummonMeeting second = new SummonMeeting(CASE, ANOTHER_MEETING, MeetingKind.DM1, inApril, BOTH);

        @Test
        void waits_until_the_first_is_finished() {
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(second, later)
                    .thenRefused(
                            "another-meeting-is-unfinished",
                            "Det er alt kalt inn til et dialogmøte. Gjennomfør eller avlys det før du kaller inn til et nytt.");
        }

        @Test
        void is_summoned_when_the_first_was_held() {
            meetings()
                    .given(
                            FOLLOWED,
                            SUMMONED,
                            new MeetingHeld(CASE, MEETING, MeetingKind.DM1, LegalDay.of(NEXT_MONDAY_NINE), BOTH))
                    .when(second, later)
                    .then(new MeetingSummoned(CASE, ANOTHER_MEETING, MeetingKind.DM1, inApril, BOTH, false));
        }

        @Test
        void is_summoned_when_the_first_was_cancelled() {
            meetings()
                    .given(FOLLOWED, SUMMONED, new MeetingCancelled(CASE, MEETING, MeetingKind.DM1, text("Reise")))
                    .when(second, later)
                    .then(new MeetingSummoned(CASE, ANOTHER_MEETING, MeetingKind.DM1, inApril, BOTH, false));
        }
    }

    @Nested
    class A_conversation {
        final Appointment inApril = at(oslo("2026-04-07T09:00"));
        final SummonMeeting talk = new SummonMeeting(CASE, ANOTHER_MEETING, MeetingKind.CONVERSATION, inApril, BOTH);
        final MeetingSummoned agreed =
                new MeetingSummoned(CASE, ANOTHER_MEETING, MeetingKind.CONVERSATION, inApril, BOTH, false);

        @Test
        void is_agreed_on_beside_a_dialogue_meeting() {
            meetings().given(FOLLOWED, SUMMONED).when(talk, MONDAY_NINE).then(agreed);
        }

        @Test
        void is_agreed_on_beside_another_one() {
            meetings()
                    .given(
                            FOLLOWED,
                            new MeetingSummoned(CASE, MEETING, MeetingKind.CONVERSATION, IN_A_WEEK, BOTH, false))
                    .when(talk, MONDAY_NINE)
                    .then(agreed);
        }

        @Test
        void keeps_nobody_from_summoning_to_a_dialogue_meeting() {
            meetings()
                    .given(FOLLOWED, agreed)
                    .when(summon(IN_A_WEEK), MONDAY_NINE)
                    .then(SUMMONED);
        }

        @Test
        void is_held_as_what_it_is() {
            var day = LegalDay.of(inApril.startsAt());
            meetings()
                    .given(FOLLOWED, agreed)
                    .when(new HoldMeeting(CASE, ANOTHER_MEETING, day, BOTH), inApril.endsAt())
                    .then(new MeetingHeld(CASE, ANOTHER_MEETING, MeetingKind.CONVERSATION, day, BOTH));
        }

        @Test
        void is_between_the_two_whoever_else_is_there() {
            for (var one : BOTH) {
                var withoutTheOther = List.of(one, Participant.named(ParticipantRole.HR, SIRI));
                meetings()
                        .given(FOLLOWED)
                        .when(
                                new SummonMeeting(
                                        CASE, ANOTHER_MEETING, MeetingKind.CONVERSATION, inApril, withoutTheOther),
                                MONDAY_NINE)
                        .thenRefused(
                                "conversation-is-between-employee-and-manager",
                                "En oppfølgingssamtale er mellom arbeidstakeren og nærmeste leder, også når andre er med.");
            }
        }
    }
}
