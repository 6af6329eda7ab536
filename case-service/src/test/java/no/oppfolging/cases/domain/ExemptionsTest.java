package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.KARI;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.MEETING;
import static no.oppfolging.cases.domain.History.PLAN;
import static no.oppfolging.cases.domain.History.caseFrom;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.isRefused;
import static no.oppfolging.cases.domain.History.judge;
import static no.oppfolging.cases.domain.History.meetingHeld;
import static no.oppfolging.cases.domain.History.planAgreed;
import static no.oppfolging.cases.domain.History.sickNote;
import static no.oppfolging.cases.domain.SomeExemptions.NO_MEETING_NOW;
import static no.oppfolging.cases.domain.SomeExemptions.NO_PLAN;
import static no.oppfolging.cases.domain.SomeExemptions.exempt;
import static no.oppfolging.cases.domain.SomeExemptions.revoke;
import static no.oppfolging.cases.domain.SomeFacts.movedTo;
import static org.assertj.core.api.Assertions.assertThat;

import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanPresented;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineLapsed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DutyExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionRevoked;
import no.oppfolging.platform.kernel.PersonalText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Kari is away from Thursday 5 March 2026: the plan is due on 1 April, the meeting on 22 April. */
class ExemptionsTest {
    private final History kari = History.ofKari().on("2026-03-05", sickNote("a", 1, "2026-03-05", "2026-06-30"));

    private static DutyExempted decided(ExemptDuty exempt, String on) {
        return new DutyExempted(
                JOB,
                MARCH,
                exempt.stage(),
                new PersonalText(KARI, exempt.reason().name()),
                day(on),
                exempt.reviewOn());
    }

    @Nested
    class That_somebody_is_partly_at_work_already {
        private static final ExemptDuty PARTLY_AT_WORK =
                exempt(ExemptionReason.PARTLY_AWAY_AND_ADAPTATION_CHANGES_NOTHING, null);

        @Test
        void is_no_reason_while_the_employee_is_wholly_away_now_and_on_the_day() {
            isRefused(kari, "2026-03-20", PARTLY_AT_WORK, "exemption-of-somebody-wholly-away");
        }

        @Test
        void is_one_from_the_day_it_is_known_that_the_plans_day_is_partly_worked() {
            kari.on("2026-03-20", sickNote("a", 2, "2026-03-05", "2026-03-29"))
                    .on("2026-03-20", sickNote("b", 1, "2026-03-30", "2026-06-30", 60));

            assertThat(kari.when("2026-03-20", PARTLY_AT_WORK)).contains(decided(PARTLY_AT_WORK, "2026-03-20"));
        }
    }

    @Nested
    class A_duty_that_is_clearly_unnecessary {
        @Test
        void is_exempt_at_once_and_not_missed_when_its_day_has_passed() {
            assertThat(kari.when("2026-03-20", NO_PLAN))
                    .containsExactly(
                            decided(NO_PLAN, "2026-03-20"),
                            new DeadlineExempted(JOB, MARCH, Stage.PLAN, day("2026-04-01"), null));
            assertThat(kari.when("2026-04-03", judge("2026-04-02")))
                    .containsExactly(new ExemptionHeld(JOB, MARCH, Stage.PLAN, day("2026-04-01")));
            assertThat(kari.when("2026-04-04", judge("2026-04-03"))).isEmpty();
        }

        @Test
        void lapses_like_any_other_when_the_employee_is_back_on_its_day() {
            kari.on("2026-03-20", NO_PLAN).on("2026-03-27", sickNote("a", 2, "2026-03-05", "2026-03-28"));

            assertThat(kari.when("2026-04-02", judge("2026-04-01")))
                    .containsExactly(new DeadlineLapsed(JOB, MARCH, Stage.PLAN, day("2026-04-01")));
            assertThat(kari.when("2026-04-03", revoke(Stage.PLAN)))
                    .containsExactly(new ExemptionRevoked(JOB, MARCH, Stage.PLAN, day("2026-04-03")));
        }

        @Test
        void lapses_when_it_is_learned_later_that_the_employee_was_back() {
            kari.on("2026-03-20", NO_PLAN).on("2026-04-02", judge("2026-04-01"));

            assertThat(kari.when("2026-04-03", sickNote("a", 2, "2026-03-05", "2026-03-31")))
                    .contains(new DeadlineLapsed(JOB, MARCH, Stage.PLAN, day("2026-04-01")));
        }

        @Test
        void is_judged_anew_when_it_turns_out_that_the_employee_was_away_after_all() {
            kari.on("2026-03-20", NO_PLAN)
                    .on("2026-04-02", judge("2026-04-01"))
                    .on("2026-04-03", sickNote("a", 2, "2026-03-05", "2026-03-31"))
                    .on("2026-04-04", sickNote("a", 3, "2026-03-05", "2026-06-30"));

            assertThat(kari.when("2026-04-05", judge("2026-04-01")))
                    .containsExactly(new ExemptionHeld(JOB, MARCH, Stage.PLAN, day("2026-04-01")));
        }

        @Test
        void is_exempt_still_on_the_first_new_sick_day() {
            kari.on("2026-03-20", NO_PLAN)
                    .on("2026-03-27", sickNote("a", 2, "2026-03-05", "2026-03-28"))
                    .on("2026-04-02", judge("2026-04-01"));

            assertThat(kari.when("2026-04-06", sickNote("b", 1, "2026-04-06", "2026-06-30")))
                    .containsSubsequence(
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-06"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    true,
                                    false),
                            new DeadlineExempted(JOB, MARCH, Stage.PLAN, day("2026-04-06"), null));
            assertThat(kari.when("2026-04-07", judge("2026-04-06")))
                    .containsExactly(new ExemptionHeld(JOB, MARCH, Stage.PLAN, day("2026-04-06")));
        }

        @Test
        void is_decided_once() {
            kari.on("2026-03-20", NO_PLAN);

            assertThat(kari.when("2026-03-21", NO_PLAN)).isEmpty();
            isRefused(
                    kari, "2026-03-21", exempt(ExemptionReason.WILL_NOT_RETURN, null), "exemption-is-already-decided");
        }

        @Test
        void tells_when_it_is_looked_at_again() {
            assertThat(kari.when("2026-03-20", NO_MEETING_NOW))
                    .containsExactly(
                            decided(NO_MEETING_NOW, "2026-03-20"),
                            new DeadlineExempted(JOB, MARCH, Stage.DM1, day("2026-04-22"), day("2026-04-15")));
        }

        @Test
        void stays_exempt_when_the_absence_turns_out_to_have_begun_two_days_later() {
            kari.on("2026-03-20", NO_PLAN);

            assertThat(kari.when("2026-03-23", sickNote("a", 2, "2026-03-07", "2026-06-30")))
                    .contains(
                            movedTo(Stage.PLAN, "2026-04-01", "2026-04-03", "aml § 4-6 (3)"),
                            new DeadlineExempted(JOB, MARCH, Stage.PLAN, day("2026-04-03"), null));
        }

        @Test
        void is_met_after_all_when_it_is_done_in_time() {
            kari.on("2026-03-20", NO_MEETING_NOW);

            assertThat(kari.when("2026-04-16", meetingHeld("2026-04-16", MARCH)))
                    .containsExactly(
                            new DialogueMeetingNoted(
                                    JOB, MARCH, MEETING, day("2026-04-16"), History.nine("2026-04-16")),
                            new DeadlineMet(JOB, MARCH, Stage.DM1, day("2026-04-22"), day("2026-04-16"), MEETING));
        }

        @Test
        void goes_with_its_case_when_that_turns_out_to_be_part_of_an_earlier_one() {
            var later = caseFrom("2026-05-01");
            var history = History.ofKari()
                    .on("2026-03-05", sickNote("a", 1, "2026-03-05", "2026-03-20"))
                    .on("2026-05-01", sickNote("b", 1, "2026-05-01", "2026-06-30"))
                    .on("2026-05-02", new ExemptDuty(JOB, later, Stage.PLAN, NO_PLAN.reason(), null))
                    .on("2026-05-03", sickNote("c", 1, "2026-03-21", "2026-04-30"));

            assertThat(history.state().known(MARCH).exemption(Stage.PLAN)).isPresent();
        }
    }

    @Nested
    class A_duty_that_was_missed_in_one_case_and_unnecessary_in_another {
        @Test
        void is_unnecessary_when_the_two_turn_out_to_be_one_and_that_was_decided_before_its_day() {
            var history = History.ofKari()
                    .on("2026-03-05", sickNote("a", 1, "2026-03-05", "2026-04-03"))
                    .on("2026-03-19", sickNote("b", 1, "2026-04-25", "2026-06-30"))
                    .on("2026-03-20", new ExemptDuty(JOB, caseFrom("2026-04-25"), Stage.PLAN, NO_PLAN.reason(), null))
                    .on("2026-04-02", judge("2026-04-01"));

            assertThat(history.when("2026-04-10", sickNote("c", 1, "2026-04-04", "2026-04-24")))
                    .containsSubsequence(
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-01"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    false,
                                    false),
                            new DeadlineExempted(JOB, MARCH, Stage.PLAN, day("2026-04-01"), null));
            assertThat(TrialRunTest.tried(history, "2026-04-10")).contains("PLAN 04-01 EXEMPT");
        }
    }

    @Nested
    class An_exemption_is_refused {
        @Test
        void with_a_reason_for_another_duty() {
            isRefused(
                    kari,
                    "2026-03-20",
                    new ExemptDuty(JOB, MARCH, Stage.DM1, ExemptionReason.WILL_NOT_RETURN, null),
                    "exemption-reason-is-for-another-duty");
        }

        @Test
        void without_the_review_that_its_reason_asks_for_or_with_one_that_has_passed() {
            var reason = ExemptionReason.SERIOUS_ILLNESS_MEETING_NOT_MEANINGFUL_NOW;

            isRefused(kari, "2026-03-20", exempt(reason, null), "exemption-needs-a-review-date");
            isRefused(kari, "2026-03-20", exempt(reason, day("2026-03-20")), "exemption-review-is-not-within-a-year");
            isRefused(kari, "2026-03-20", exempt(reason, day("2027-03-21")), "exemption-review-is-not-within-a-year");
        }

        @Test
        void while_there_is_a_plan_signed_or_to_be_signed() {
            kari.on("2026-03-18", new NotePlanPresented(JOB, MARCH, PLAN, 1));

            isRefused(kari, "2026-03-20", NO_PLAN, "exemption-while-there-is-a-plan");
        }

        @Test
        void after_the_duty_has_been_met() {
            kari.on("2026-03-19", planAgreed(1, "2026-03-19", MARCH));

            isRefused(kari, "2026-03-20", NO_PLAN, "exemption-after-duty-is-met");
        }

        @Test
        void after_the_day_whether_that_has_been_judged_or_not() {
            isRefused(kari, "2026-04-02", NO_PLAN, "exemption-after-the-day");
            kari.on("2026-04-02", judge("2026-04-01"));
            isRefused(kari, "2026-04-02", NO_PLAN, "exemption-after-the-day");
        }

        @Test
        void for_a_case_that_belongs_to_somebody_else() {
            isRefused(
                    kari,
                    "2026-03-20",
                    new ExemptDuty(JOB, caseFrom("2025-01-01"), Stage.PLAN, NO_PLAN.reason(), null),
                    "case-not-known");
        }
    }
}
