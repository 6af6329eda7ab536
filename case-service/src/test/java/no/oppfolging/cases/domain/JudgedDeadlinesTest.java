package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.ask;
import static no.oppfolging.cases.domain.History.caseFrom;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.isRefused;
import static no.oppfolging.cases.domain.History.judge;
import static no.oppfolging.cases.domain.History.openEnded;
import static no.oppfolging.cases.domain.History.other;
import static no.oppfolging.cases.domain.History.planAgreed;
import static no.oppfolging.cases.domain.History.planGiven;
import static no.oppfolging.cases.domain.History.sickNote;
import static no.oppfolging.cases.domain.History.withdraw;
import static no.oppfolging.cases.domain.SomeAbsences.id;
import static no.oppfolging.cases.domain.SomeFacts.changed;
import static no.oppfolging.cases.domain.SomeFacts.corrected;
import static no.oppfolging.cases.domain.SomeFacts.lapsed;
import static no.oppfolging.cases.domain.SomeFacts.missed;
import static no.oppfolging.cases.domain.SomeFacts.planMet;
import static no.oppfolging.cases.domain.SomeFacts.registered;
import static org.assertj.core.api.Assertions.assertThat;

import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceWithdrawn;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMissed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineNotRequired;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingAskedFor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sweep makes of due days that are over: 1 April 2026 for the plan, 22 April for the meeting. */
class JudgedDeadlinesTest {
    @Nested
    class A_due_day_is_judged {
        final History sick = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"));

        @Test
        void only_when_it_is_over() {
            isRefused(sick, "2026-04-01", judge("2026-04-01"), "day-not-over-yet");
        }

        @Test
        void not_by_what_is_heard_up_to_the_day_before() {
            assertThat(sick.when("2026-04-02", judge("2026-03-31"))).isEmpty();
        }

        @Test
        void as_missed_when_nothing_was_done() {
            assertThat(sick.when("2026-04-02", judge("2026-04-01"))).containsExactly(missed(Stage.PLAN, "2026-04-01"));
        }

        @Test
        void once() {
            sick.on("2026-04-02", judge("2026-04-01"));

            assertThat(sick.when("2026-04-02", judge("2026-04-01"))).isEmpty();
        }

        @Test
        void all_at_once_when_the_sweep_comes_late() {
            assertThat(sick.when("2026-04-30", judge("2026-04-29")))
                    .containsExactly(missed(Stage.PLAN, "2026-04-01"), missed(Stage.DM1, "2026-04-22"));
        }

        @Test
        void as_missed_but_received_late_when_nobody_could_know() {
            var late = History.ofKari().on("2026-04-10", sickNote("back", 1, "2026-03-05", "2026-04-30"));

            assertThat(late.when("2026-04-11", judge("2026-04-10")))
                    .containsExactly(new DeadlineMissed(JOB, MARCH, Stage.PLAN, day("2026-04-01"), true));
        }

        @Test
        void as_missed_on_a_day_of_vacation_that_counts() {
            var away = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-03-29"))
                    .on("2026-03-05", other(AbsenceKind.VACATION, "easter", 1, "2026-03-30", "2026-04-06"));

            assertThat(away.when("2026-04-02", judge("2026-04-01"))).containsExactly(missed(Stage.PLAN, "2026-04-01"));
        }

        @Test
        void as_missed_for_an_absence_without_an_end() {
            var open = History.ofKari().on("2026-03-05", openEnded("back", 1, "2026-03-05"));

            assertThat(open.when("2026-04-02", judge("2026-04-01"))).containsExactly(missed(Stage.PLAN, "2026-04-01"));
        }
    }

    @Nested
    class A_deadline_that_falls_on_a_day_at_work {
        final History back = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-03-29"));

        @Test
        void lapses() {
            assertThat(back.when("2026-04-02", judge("2026-04-01"))).containsExactly(lapsed(Stage.PLAN, "2026-04-01"));
        }

        @Test
        void is_revived_by_the_first_new_sick_day_of_the_same_case() {
            back.on("2026-04-02", judge("2026-04-01"));
            var again = sickNote("again", 1, "2026-04-08", "2026-04-30");

            assertThat(back.when("2026-04-08", again))
                    .containsExactly(
                            registered(again),
                            changed(MARCH, "2026-03-05", "2026-04-30"),
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-08"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    true,
                                    false));
            assertThat(back.when("2026-04-09", judge("2026-04-08"))).containsExactly(missed(Stage.PLAN, "2026-04-08"));
        }

        @Test
        void is_due_again_when_a_note_without_an_end_goes_on() {
            var note = History.ofKari()
                    .on("2026-03-05", openEnded("sick", 1, "2026-03-05"))
                    .on("2026-03-27", other(AbsenceKind.BACK_AT_WORK, "back", 1, "2026-03-28", "2026-04-05"));

            assertThat(note.when("2026-04-02", judge("2026-04-01")))
                    .containsExactly(
                            lapsed(Stage.PLAN, "2026-04-01"),
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-06"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    true,
                                    false));
        }

        @Test
        void lapses_and_is_revived_in_one_breath_when_the_sweep_comes_late() {
            back.on("2026-04-01", sickNote("again", 1, "2026-04-08", "2026-04-30"));

            assertThat(back.when("2026-04-10", judge("2026-04-09")))
                    .containsExactly(
                            lapsed(Stage.PLAN, "2026-04-01"),
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-08"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    true,
                                    true),
                            new DeadlineMissed(JOB, MARCH, Stage.PLAN, day("2026-04-08"), true));
        }

        @Test
        void is_met_by_a_plan_signed_while_at_work_once_it_is_revived() {
            back.on("2026-04-02", judge("2026-04-01")).on("2026-04-07", planAgreed(1, "2026-04-07", MARCH));

            assertThat(back.when("2026-04-08", sickNote("again", 1, "2026-04-08", "2026-04-30")))
                    .endsWith(
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-08"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    true,
                                    false),
                            planMet(MARCH, "2026-04-08", "2026-04-07"));
        }

        @Test
        void is_due_on_an_earlier_day_when_an_earlier_sick_day_is_learned() {
            back.on("2026-04-02", judge("2026-04-01"))
                    .on("2026-04-08", sickNote("again", 1, "2026-04-08", "2026-04-30"));

            assertThat(back.when("2026-04-09", sickNote("before", 1, "2026-04-06", "2026-04-07")))
                    .containsExactly(
                            registered(sickNote("before", 1, "2026-04-06", "2026-04-07")),
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-06"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    true,
                                    true));
        }

        @Test
        void lapses_on_its_own_day_when_the_new_sick_days_are_withdrawn() {
            back.on("2026-04-02", judge("2026-04-01"))
                    .on("2026-04-08", sickNote("again", 1, "2026-04-08", "2026-04-30"));

            assertThat(back.when("2026-04-09", withdraw("again", 2)))
                    .containsExactly(
                            new AbsenceWithdrawn(JOB, id("again"), 2),
                            changed(MARCH, "2026-03-05", "2026-03-29"),
                            new DeadlineRecalculated(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-08"),
                                    day("2026-04-01"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    false),
                            lapsed(Stage.PLAN, "2026-04-01"));
        }

        @Test
        void is_open_again_when_the_day_turns_out_to_have_been_sick() {
            back.on("2026-04-02", judge("2026-04-01"));

            assertThat(back.when("2026-04-07", sickNote("back", 2, "2026-03-05", "2026-04-10")))
                    .endsWith(new DeadlineRevived(
                            JOB, MARCH, Stage.PLAN, day("2026-04-01"), "2021-06-01", "aml § 4-6 (3)", false, true));
        }
    }

    @Nested
    class A_missed_deadline {
        @Test
        void lapses_when_the_employee_turns_out_to_have_been_at_work_that_day() {
            var missed = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-10"))
                    .on("2026-04-02", judge("2026-04-01"));

            assertThat(missed.when("2026-04-07", sickNote("back", 2, "2026-03-05", "2026-03-31")))
                    .containsExactly(
                            corrected(sickNote("back", 2, "2026-03-05", "2026-03-31")),
                            changed(MARCH, "2026-03-05", "2026-03-31"),
                            lapsed(Stage.PLAN, "2026-04-01"));
        }
    }

    @Nested
    class The_dialogue_meeting_of_someone_partly_at_work {
        final History graded = History.ofKari()
                .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-14", 100))
                .on("2026-04-01", planAgreed(1, "2026-04-01", MARCH))
                .on("2026-04-01", planGiven(1, "2026-04-01"))
                .on("2026-04-14", sickNote("partly", 1, "2026-04-15", "2026-04-30", 50));

        @Test
        void is_not_required() {
            assertThat(graded.when("2026-04-23", judge("2026-04-22")))
                    .containsExactly(new DeadlineNotRequired(JOB, MARCH, Stage.DM1, day("2026-04-22")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-04-16", "2026-04-22"})
        void is_required_when_someone_has_asked_for_it_in_time(String askedOn) {
            assertThat(graded.when(askedOn, ask(Asker.EMPLOYEE, askedOn)))
                    .containsExactly(new DialogueMeetingAskedFor(JOB, MARCH, Asker.EMPLOYEE, day(askedOn)));
            assertThat(graded.when("2026-04-23", judge("2026-04-22"))).containsExactly(missed(Stage.DM1, "2026-04-22"));
        }

        @Test
        void stays_not_required_when_someone_asks_after_the_day() {
            graded.on("2026-04-23", judge("2026-04-22"));

            assertThat(graded.when("2026-04-23", ask(Asker.PRACTITIONER, "2026-04-23")))
                    .containsExactly(new DialogueMeetingAskedFor(JOB, MARCH, Asker.PRACTITIONER, day("2026-04-23")));
        }

        @Test
        void is_asked_for_once_by_each() {
            graded.on("2026-04-16", ask(Asker.EMPLOYEE, "2026-04-16"));

            assertThat(graded.when("2026-04-17", ask(Asker.EMPLOYEE, "2026-04-17")))
                    .isEmpty();
            assertThat(graded.when("2026-04-17", ask(Asker.EMPLOYER, "2026-04-17")))
                    .containsExactly(new DialogueMeetingAskedFor(JOB, MARCH, Asker.EMPLOYER, day("2026-04-17")));
        }

        @Test
        void is_open_again_when_the_employee_turns_out_to_have_been_wholly_away() {
            graded.on("2026-04-23", judge("2026-04-22"));

            assertThat(graded.when("2026-04-24", sickNote("partly", 2, "2026-04-15", "2026-04-30", 100)))
                    .endsWith(new DeadlineRevived(
                            JOB, MARCH, Stage.DM1, day("2026-04-22"), "2021-06-01", "aml § 4-6 (4)", false, true));
        }

        @Test
        void is_no_longer_missed_when_the_employee_turns_out_to_have_been_partly_at_work() {
            var missed = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"))
                    .on("2026-04-01", planAgreed(1, "2026-04-01", MARCH))
                    .on("2026-04-01", planGiven(1, "2026-04-01"))
                    .on("2026-04-23", judge("2026-04-22"));

            assertThat(missed.when("2026-04-24", sickNote("back", 2, "2026-03-05", "2026-04-30", 60)))
                    .containsExactly(
                            corrected(sickNote("back", 2, "2026-03-05", "2026-04-30", 60)),
                            new DeadlineNotRequired(JOB, MARCH, Stage.DM1, day("2026-04-22")));
        }

        @Test
        void was_required_of_everyone_by_the_rules_of_2011() {
            var old = History.ofKari().on("2026-01-02", sickNote("old", 1, "2012-03-05", "2012-06-29", 50));

            assertThat(old.when("2026-01-03", judge("2026-01-02")))
                    .contains(new DeadlineMissed(JOB, caseFrom("2012-03-05"), Stage.DM1, day("2012-04-22"), true));
        }

        @Test
        void does_not_lift_the_plan() {
            var partly = History.ofKari().on("2026-03-05", sickNote("partly", 1, "2026-03-05", "2026-04-30", 20));

            assertThat(partly.when("2026-04-02", judge("2026-04-01")))
                    .containsExactly(missed(Stage.PLAN, "2026-04-01"));
        }
    }
}
