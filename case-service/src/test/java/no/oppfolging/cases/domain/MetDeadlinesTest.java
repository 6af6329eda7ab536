package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.MEETING;
import static no.oppfolging.cases.domain.History.PLAN;
import static no.oppfolging.cases.domain.History.caseFrom;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.isRefused;
import static no.oppfolging.cases.domain.History.judge;
import static no.oppfolging.cases.domain.History.meetingHeld;
import static no.oppfolging.cases.domain.History.nine;
import static no.oppfolging.cases.domain.History.planAgreed;
import static no.oppfolging.cases.domain.History.sickNote;
import static no.oppfolging.cases.domain.SomeFacts.agreed;
import static no.oppfolging.cases.domain.SomeFacts.planMet;
import static org.assertj.core.api.Assertions.assertThat;

import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineFoundMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingNoted;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the other services tell of plans and meetings, and which deadlines it meets. */
class MetDeadlinesTest {
    @Nested
    class A_plan_both_have_signed {
        final History sick = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"));

        @Test
        void meets_its_deadline_up_to_the_due_day() {
            assertThat(sick.when("2026-04-02", planAgreed(1, "2026-04-01", MARCH)))
                    .containsExactly(
                            agreed(MARCH, 1, "2026-04-01", "2026-04-02"), planMet(MARCH, "2026-04-01", "2026-04-01"));
        }

        @Test
        void is_noted_but_meets_nothing_the_day_after() {
            assertThat(sick.when("2026-04-02", planAgreed(1, "2026-04-02", MARCH)))
                    .containsExactly(agreed(MARCH, 1, "2026-04-02", "2026-04-02"));
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

            assertThat(sick.when("2026-04-02", judge("2026-04-01"))).isEmpty();
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
                                    nine("2026-04-07")));
            assertThat(missed.when("2026-04-08", judge("2026-04-07"))).isEmpty();
        }

        @Test
        void changes_nothing_if_it_was_late() {
            var missed = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-04-30"))
                    .on("2026-04-02", judge("2026-04-01"));

            assertThat(missed.when("2026-04-07", planAgreed(1, "2026-04-02", MARCH)))
                    .containsExactly(agreed(MARCH, 1, "2026-04-02", "2026-04-07"));
        }
    }
}
