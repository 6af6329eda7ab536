package no.oppfolging.meetings.domain;

import static no.oppfolging.meetings.domain.CaseMeetingsExample.*;
import static no.oppfolging.meetings.domain.ConversationPurpose.FEEDBACK_BOTH_WAYS;
import static no.oppfolging.meetings.domain.ConversationPurpose.MUTUAL_EXPECTATIONS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.EnterConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.StrikeConversation;
import no.oppfolging.meetings.domain.CaseMeetingsCommand.SummonMeeting;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.ConversationEntered;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.ConversationStruck;
import no.oppfolging.meetings.domain.CaseMeetingsEvent.MeetingSummoned;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Kari and Ola happened to talk on Friday 6 March 2026; on Monday he writes it down. */
class EnteringAConversationTest {
    static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    static final EnterConversation ENTER = entering(FRIDAY, Set.of(FEEDBACK_BOTH_WAYS, MUTUAL_EXPECTATIONS), BOTH);
    static final ConversationEntered ENTERED = new ConversationEntered(
            CASE,
            MEETING,
            FRIDAY,
            MeetingForm.OFF_SITE,
            text("AT_RISK"),
            text("MUTUAL_EXPECTATIONS FEEDBACK_BOTH_WAYS"),
            BOTH);
    static final StrikeConversation STRIKE = new StrikeConversation(CASE, MEETING);
    static final ConversationStruck STRUCK = new ConversationStruck(CASE, MEETING);

    @Nested
    class A_conversation_nobody_was_summoned_to {
        @Test
        void is_entered_with_its_day_and_what_it_was_for() {
            meetings().given(FOLLOWED).when(ENTER, MONDAY_NINE).then(ENTERED);
        }

        @Test
        void is_entered_once() {
            meetings().given(FOLLOWED, ENTERED).when(ENTER, MONDAY_NINE).thenNothing();
        }

        @Test
        void is_not_entered_as_something_else_under_the_same_id() {
            meetings()
                    .given(FOLLOWED, ENTERED)
                    .when(entering(MONDAY, Set.of(FEEDBACK_BOTH_WAYS), BOTH), MONDAY_NINE)
                    .thenRefused("meeting-is-held", "Møtet er holdt 2026-03-06.");
        }

        @Test
        void may_be_of_today_and_not_of_tomorrow() {
            var today = entering(MONDAY, Set.of(FEEDBACK_BOTH_WAYS), BOTH);
            meetings()
                    .given(FOLLOWED)
                    .when(today, MONDAY_NINE)
                    .then(new ConversationEntered(
                            CASE,
                            MEETING,
                            MONDAY,
                            MeetingForm.OFF_SITE,
                            text("AT_RISK"),
                            text("FEEDBACK_BOTH_WAYS"),
                            BOTH));
            meetings()
                    .given(FOLLOWED)
                    .when(entering(MONDAY.plusDays(1), Set.of(FEEDBACK_BOTH_WAYS), BOTH), MONDAY_NINE)
                    .thenRefused(
                            "meeting-is-held-on-a-day-to-come",
                            "Møtet kan ikke være holdt på en dag som ikke har vært.");
        }

        @Test
        void is_of_the_last_two_years() {
            meetings()
                    .given(FOLLOWED)
                    .when(entering(MONDAY.minusYears(2).minusDays(1), Set.of(FEEDBACK_BOTH_WAYS), BOTH), MONDAY_NINE)
                    .thenRefused("conversation-is-too-long-ago", "Før inn samtaler fra de siste to årene.");
        }

        @Test
        void was_for_something() {
            meetings()
                    .given(FOLLOWED)
                    .when(entering(FRIDAY, Set.of(), BOTH), MONDAY_NINE)
                    .thenRefused("conversation-has-a-purpose", "Velg minst ett formål med samtalen.");
        }

        @Test
        void was_between_the_two() {
            meetings()
                    .given(FOLLOWED)
                    .when(entering(FRIDAY, Set.of(FEEDBACK_BOTH_WAYS), List.of(MANAGER)), MONDAY_NINE)
                    .thenRefused(
                            "conversation-is-between-employee-and-manager",
                            "En oppfølgingssamtale er mellom arbeidstakeren og nærmeste leder, også når andre er med.");
        }
    }

    @Nested
    class A_conversation_entered_by_mistake {
        @Test
        void is_struck_once() {
            meetings().given(FOLLOWED, ENTERED).when(STRIKE, MONDAY_NINE).then(STRUCK);
            meetings()
                    .given(FOLLOWED, ENTERED, STRUCK)
                    .when(STRIKE, MONDAY_NINE)
                    .thenNothing();
        }

        @Test
        void does_not_come_back() {
            meetings()
                    .given(FOLLOWED, ENTERED, STRUCK)
                    .when(ENTER, MONDAY_NINE)
                    .thenRefused("conversation-is-struck", "Samtalen er strøket, fordi den var ført inn ved en feil.");
        }
    }

    @Nested
    class A_meeting_people_were_summoned_to {
        @Test
        void is_not_struck() {
            meetings()
                    .given(FOLLOWED, SUMMONED)
                    .when(STRIKE, MONDAY_NINE)
                    .thenRefused(
                            "only-what-was-entered-is-struck",
                            "Bare en samtale som er ført inn etterpå, kan strykes. Et møte det er kalt inn til, kan avlyses.");
        }
    }

    @Nested
    class A_planned_conversation {
        @Test
        void may_say_what_it_is_for() {
            meetings()
                    .given(FOLLOWED)
                    .when(summoning(MeetingKind.CONVERSATION), MONDAY_NINE)
                    .then(new MeetingSummoned(
                            CASE,
                            MEETING,
                            MeetingKind.CONVERSATION,
                            IN_A_WEEK,
                            BOTH,
                            false,
                            Optional.of(text("FEEDBACK_BOTH_WAYS"))));
        }

        @Test
        void is_no_dialogue_meeting_which_has_its_purpose_by_law() {
            meetings()
                    .given(FOLLOWED)
                    .when(summoning(MeetingKind.DM1), MONDAY_NINE)
                    .thenRefused(
                            "purposes-are-of-a-conversation",
                            "Formål velges for samtaler. Dialogmøtet handler om planen.");
        }

        private SummonMeeting summoning(MeetingKind kind) {
            return new SummonMeeting(CASE, MEETING, kind, IN_A_WEEK, BOTH, Set.of(FEEDBACK_BOTH_WAYS));
        }
    }

    private static EnterConversation entering(
            LocalDate heldOn, Set<ConversationPurpose> purposes, List<Participant> attended) {
        return new EnterConversation(CASE, MEETING, heldOn, MeetingForm.OFF_SITE, Occasion.AT_RISK, purposes, attended);
    }
}
