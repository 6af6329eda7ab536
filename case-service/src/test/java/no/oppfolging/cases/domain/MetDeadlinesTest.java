package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.MEETING;
import static no.oppfolging.cases.domain.History.PLAN;
import static no.oppfolging.cases.domain.History.caseFrom;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.givenPlanStruck;
import static no.oppfolging.cases.domain.History.isRefused;
import static no.oppfolging.cases.domain.History.judge;
import static no.oppfolging.cases.domain.History.meetingHeld;
import static no.oppfolging.cases.domain.History.nine;
import static no.oppfolging.cases.domain.History.planAgreed;
import static no.oppfolging.cases.domain.History.planGiven;
import static no.oppfolging.cases.domain.History.sickNote;
import static no.oppfolging.cases.domain.History.withdraw;
import static no.oppfolging.cases.domain.SomeFacts.agreed;
import static no.oppfolging.cases.domain.SomeFacts.doctorsCopyDue;
import static no.oppfolging.cases.domain.SomeFacts.doctorsCopyMet;
import static no.oppfolging.cases.domain.SomeFacts.given;
import static no.oppfolging.cases.domain.SomeFacts.lapsed;
import static no.oppfolging.cases.domain.SomeFacts.missed;
import static no.oppfolging.cases.domain.SomeFacts.planMet;
import static org.assertj.core.api.Assertions.assertThat;

import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanGiven;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineFoundMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.GivenPlanNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.StruckGivenPlanNoted;
import no.oppfolging.platform.kernel.CaseId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the other services tell of plans and meetings, and which deadlines it meets. */
class MetDeadlinesTest {
    @Nested
    class A_meeting_held_by_a_new_sick_day {
        final History resumed = History.ofKari()
                .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-15"))
                .on("2026-04-23", judge("2026-04-22"))
                .on("2026-04-25", sickNote("again", 1, "2026-04-25", "2026-05-20"))
                .on("2026-04-25", meetingHeld("2026-04-24", MARCH));

        @Test
        void meets_nothing_when_that_day_is_withdrawn() {
            assertThat(resumed.when("2026-04-27", withdraw("again", 2)))
                    .endsWith(new DeadlineRecalculated(
                            JOB,
                            MARCH,
                            Stage.DM1,
                            day("2026-04-25"),
                            day("2026-04-22"),
                            "2021-06-01",
                            "aml § 4-6 (4)",
                            false));
            assertThat(resumed.when("2026-04-27", judge("2026-04-22")))
                    .containsExactly(lapsed(Stage.DM1, "2026-04-22"));
        }
    }

    @Nested
    class A_plan_both_have_signed {
        final History sick = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"));

        @Test
        void meets_its_deadline_up_to_the_due_day() {
            assertThat(sick.when("2026-04-02", planAgreed(1, "2026-04-01", MARCH)))
                    .containsExactly(
                            agreed(MARCH, 1, "2026-04-01", "2026-04-02"),
                            planMet(MARCH, "2026-04-01", "2026-04-01"),
                            doctorsCopyDue(MARCH, "2026-04-01"));
        }

        @Test
        void is_noted_but_meets_nothing_the_day_after() {
            assertThat(sick.when("2026-04-02", planAgreed(1, "2026-04-02", MARCH)))
                    .containsExactly(agreed(MARCH, 1, "2026-04-02", "2026-04-02"), doctorsCopyDue(MARCH, "2026-04-01"));
        }

        @Test
        void told_of_twice_gives_nothing() {
            sick.on("2026-03-20", planAgreed(1, "2026-03-19", MARCH));

            assertThat(sick.when("2026-03-21", planAgreed(1, "2026-03-19", MARCH)))
                    .isEmpty();
        }

        @Test
        void is_noted_again_in_its_next_version_without_meeting_the_deadline_twice() {
            sick.on("2026-03-20", planAgreed(1, "2026-03-19", MARCH));

            assertThat(sick.when("2026-03-25", planAgreed(2, "2026-03-25", MARCH)))
                    .containsExactly(agreed(MARCH, 2, "2026-03-25", "2026-03-25"));
        }

        @Test
        void is_refused_before_the_day_it_tells_of() {
            isRefused(sick, "2026-03-18", planAgreed(1, "2026-03-19", MARCH), "has-not-happened-yet");
        }

        @Test
        void is_refused_for_a_case_nobody_knows() {
            isRefused(sick, "2026-03-20", planAgreed(1, "2026-03-19", caseFrom("1999-01-01")), "case-not-known");
        }

        @Test
        void meets_the_deadline_again_when_a_correction_moves_it() {
            sick.on("2026-03-20", planAgreed(1, "2026-03-19", MARCH));

            assertThat(sick.when("2026-03-21", sickNote("back", 2, "2026-03-04", "2026-04-30")))
                    .contains(planMet(MARCH, "2026-03-31", "2026-03-19"));
        }

        @Test
        void stays_met_when_the_employee_is_back_on_the_due_day() {
            sick.on("2026-03-20", planAgreed(1, "2026-03-19", MARCH));
            sick.on("2026-03-25", sickNote("back", 2, "2026-03-05", "2026-03-31"));

            assertThat(sick.when("2026-04-02", judge("2026-04-01")))
                    .containsExactly(lapsed(Stage.PLAN_TO_DOCTOR, "2026-04-01"));
        }
    }

    @Nested
    class A_plan_for_the_doctor {
        final History both = History.ofKari()
                .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"))
                .on("2026-03-20", planAgreed(1, "2026-03-19", MARCH));

        @Test
        void meets_its_deadline_up_to_the_due_day() {
            assertThat(both.when("2026-04-01", planGiven(1, "2026-03-31")))
                    .containsExactly(given(1, "2026-03-31", "2026-04-01"), doctorsCopyMet("2026-04-01", "2026-03-31"));
        }

        @Test
        void told_of_twice_gives_nothing() {
            both.on("2026-04-01", planGiven(1, "2026-03-31"));

            assertThat(both.when("2026-04-02", planGiven(1, "2026-03-31"))).isEmpty();
        }

        @Test
        void that_nobody_gives_is_missed_when_the_day_is_over() {
            assertThat(both.when("2026-04-02", judge("2026-04-01")))
                    .containsExactly(missed(Stage.PLAN_TO_DOCTOR, "2026-04-01"));
        }

        @Test
        void given_in_time_but_told_of_after_the_judgement_is_found() {
            both.on("2026-04-02", judge("2026-04-01"));

            assertThat(both.when("2026-04-07", planGiven(1, "2026-03-31")))
                    .containsExactly(
                            given(1, "2026-03-31", "2026-04-07"),
                            new DeadlineFoundMet(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN_TO_DOCTOR,
                                    day("2026-04-01"),
                                    day("2026-03-31"),
                                    PLAN,
                                    nine("2026-04-07")));
        }

        @Test
        void given_late_is_noted_and_meets_nothing() {
            both.on("2026-04-02", judge("2026-04-01"));

            assertThat(both.when("2026-04-07", planGiven(1, "2026-04-02")))
                    .containsExactly(given(1, "2026-04-02", "2026-04-07"));
        }

        @Test
        void that_was_not_given_after_all_is_owed_again() {
            both.on("2026-03-25", planGiven(1, "2026-03-24"));

            assertThat(both.when("2026-03-26", givenPlanStruck(1)))
                    .containsExactly(
                            new StruckGivenPlanNoted(JOB, MARCH, PLAN, 1),
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN_TO_DOCTOR,
                                    day("2026-04-01"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    false,
                                    false));
            assertThat(both.when("2026-04-02", judge("2026-04-01")))
                    .containsExactly(missed(Stage.PLAN_TO_DOCTOR, "2026-04-01"));
        }

        @Test
        void is_owed_to_nobody_while_there_is_none() {
            var without = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"));

            assertThat(without.when("2026-04-02", judge("2026-04-01")))
                    .containsExactly(missed(Stage.PLAN, "2026-04-01"));
        }

        @Test
        void made_late_is_late_by_the_employer_and_not_by_hrs_system() {
            var late = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"))
                    .on("2026-04-10", planAgreed(1, "2026-04-10", MARCH));

            assertThat(late.when("2026-04-11", judge("2026-04-10")))
                    .containsExactly(missed(Stage.PLAN, "2026-04-01"), missed(Stage.PLAN_TO_DOCTOR, "2026-04-01"));
        }

        @Test
        void was_owed_to_nobody_by_the_rules_of_2007() {
            var old = History.ofKari().on("2026-01-02", sickNote("old", 1, "2008-03-03", "2008-06-29"));

            assertThat(old.when("2026-01-05", planAgreed(1, "2026-01-05", caseFrom("2008-03-03"))))
                    .containsExactly(agreed(caseFrom("2008-03-03"), 1, "2026-01-05", "2026-01-05"));
        }
    }

    /** March and May are one for a while, with a plan signed in May; plan-service knows it under March all along. */
    @Nested
    class A_plan_for_the_doctor_in_the_later_of_two_cases_that_were_one {
        final CaseId may = caseFrom("2026-05-04");
        final History one = History.ofKari()
                .on("2026-03-05", sickNote("march", 1, "2026-03-05", "2026-03-20"))
                .on("2026-05-04", sickNote("may", 1, "2026-05-04", "2026-06-30"))
                .on("2026-05-05", sickNote("april", 1, "2026-03-21", "2026-05-03"))
                .on("2026-05-08", planAgreed(1, "2026-05-07", MARCH));

        private DeadlineRevived owedAgain() {
            return new DeadlineRevived(
                    JOB, may, Stage.PLAN_TO_DOCTOR, day("2026-05-31"), "2021-06-01", "aml § 4-6 (3)", false, false);
        }

        @Test
        void meets_the_deadline_of_the_case_that_has_the_plan() {
            one.on("2026-05-11", withdraw("april", 2));

            assertThat(one.when("2026-05-12", planGiven(1, "2026-05-12")))
                    .containsExactly(
                            new GivenPlanNoted(JOB, may, PLAN, 1, day("2026-05-12"), nine("2026-05-12")),
                            new DeadlineMet(
                                    JOB, may, Stage.PLAN_TO_DOCTOR, day("2026-05-31"), day("2026-05-12"), PLAN));
            assertThat(one.when("2026-05-13", planGiven(1, "2026-05-12"))).isEmpty();
        }

        @Test
        void is_owed_again_where_it_had_met_the_deadline() {
            one.on("2026-05-09", planGiven(1, "2026-05-08")).on("2026-05-11", withdraw("april", 2));

            assertThat(one.when("2026-05-12", givenPlanStruck(1)))
                    .containsExactly(new StruckGivenPlanNoted(JOB, may, PLAN, 1), owedAgain());
        }

        @Test
        void stays_struck_that_was_given_before_they_were_one() {
            var history = History.ofKari()
                    .on("2026-03-05", sickNote("march", 1, "2026-03-05", "2026-03-20"))
                    .on("2026-05-04", sickNote("may", 1, "2026-05-04", "2026-06-30"))
                    .on("2026-05-05", planAgreed(1, "2026-05-05", may))
                    .on("2026-05-06", new NotePlanGiven(JOB, may, PLAN, 1, day("2026-05-06")))
                    .on("2026-05-07", sickNote("april", 1, "2026-03-21", "2026-05-03"))
                    .on("2026-05-08", givenPlanStruck(1));

            assertThat(history.when("2026-05-11", withdraw("april", 2))).endsWith(owedAgain());
        }
    }

    @Nested
    class A_meeting_held {
        @Test
        void meets_the_deadline_of_the_meeting_and_of_nothing_else() {
            var sick = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"));

            assertThat(sick.when("2026-03-20", meetingHeld("2026-03-19", MARCH)))
                    .containsExactly(
                            new DialogueMeetingNoted(JOB, MARCH, MEETING, day("2026-03-19"), nine("2026-03-20")),
                            new DeadlineMet(JOB, MARCH, Stage.DM1, day("2026-04-22"), day("2026-03-19"), MEETING));
            assertThat(sick.when("2026-03-21", meetingHeld("2026-03-19", MARCH)))
                    .isEmpty();
        }
    }

    @Nested
    class A_meeting_of_tomorrow {
        @Test
        void has_not_happened_yet() {
            var sick = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"));

            isRefused(sick, "2026-03-18", meetingHeld("2026-03-19", MARCH), "has-not-happened-yet");
        }
    }

    @Nested
    class A_fact_learned_after_the_judgement {
        @Test
        void is_found_to_have_met_the_deadline_if_it_was_in_time() {
            var missed = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"))
                    .on("2026-04-02", judge("2026-04-01"));

            assertThat(missed.when("2026-04-07", planAgreed(1, "2026-03-31", MARCH)))
                    .containsExactly(
                            agreed(MARCH, 1, "2026-03-31", "2026-04-07"),
                            new DeadlineFoundMet(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-01"),
                                    day("2026-03-31"),
                                    PLAN,
                                    nine("2026-04-07")),
                            doctorsCopyDue(MARCH, "2026-04-01"));
            assertThat(missed.when("2026-04-08", judge("2026-04-07")))
                    .containsExactly(missed(Stage.PLAN_TO_DOCTOR, "2026-04-01"));
        }

        @Test
        void changes_nothing_if_it_was_late() {
            var missed = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"))
                    .on("2026-04-02", judge("2026-04-01"));

            assertThat(missed.when("2026-04-07", planAgreed(1, "2026-04-02", MARCH)))
                    .containsExactly(agreed(MARCH, 1, "2026-04-02", "2026-04-07"), doctorsCopyDue(MARCH, "2026-04-01"));
        }
    }
}
