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
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AnswerDispute;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.DisputeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NotePlanPresented;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ReviewExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RevokeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineLapsed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMissed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingNoted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DisputeAnswered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DutyExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionDisputed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionReviewed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionRevoked;
import no.oppfolging.platform.kernel.PersonalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Kari is away from Thursday 5 March 2026: the plan is due on 1 April, the meeting on 22 April. */
class ExemptionsTest {
    private final History kari = History.ofKari().on("2026-03-05", sickNote("a", 1, "2026-03-05", "2026-06-30"));

    private static ExemptDuty exempt(ExemptionReason reason, @Nullable LocalDate reviewOn) {
        return new ExemptDuty(JOB, MARCH, reason.stage(), reason, reviewOn);
    }

    private static final ExemptDuty NO_PLAN = exempt(ExemptionReason.RETURNS_WITHOUT_ADAPTATION, null);
    private static final ExemptDuty NO_MEETING_NOW =
            exempt(ExemptionReason.SERIOUS_ILLNESS_MEETING_NOT_MEANINGFUL_NOW, day("2026-04-15"));

    private static RevokeExemption revoke(Stage stage) {
        return new RevokeExemption(JOB, MARCH, stage);
    }

    private static DutyExempted decided(ExemptDuty exempt, String on) {
        return new DutyExempted(
                JOB,
                MARCH,
                exempt.stage(),
                new PersonalText(KARI, exempt.reason().name()),
                day(on),
                exempt.reviewOn());
    }

    private static DeadlineRecalculated movedTo(Stage stage, String before, String due, String basis) {
        return new DeadlineRecalculated(JOB, MARCH, stage, day(before), day(due), "2021-06-01", basis, false);
    }

    private static AnswerDispute answer(String words) {
        return new AnswerDispute(JOB, MARCH, Stage.PLAN, new PersonalText(KARI, words));
    }

    private static DisputeExemption dispute(String words) {
        return new DisputeExemption(JOB, MARCH, Stage.PLAN, new PersonalText(KARI, words));
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

    @Nested
    class An_exemption_that_is_looked_at_again {
        private ExemptionReviewed looked(ReviewExemption review, String on) {
            return new ExemptionReviewed(
                    JOB,
                    MARCH,
                    Stage.DM1,
                    new PersonalText(KARI, review.reason().name()),
                    day(on),
                    review.reviewOn());
        }

        private static ReviewExemption review(ExemptionReason reason, @Nullable LocalDate reviewOn) {
            return new ReviewExemption(JOB, MARCH, Stage.DM1, reason, reviewOn);
        }

        @Test
        void stands_with_a_new_day_also_when_its_own_has_passed() {
            var once = review(NO_MEETING_NOW.reason(), day("2026-05-15"));
            var again = review(NO_MEETING_NOW.reason(), day("2026-06-15"));
            kari.on("2026-03-20", NO_MEETING_NOW);

            assertThat(kari.when("2026-04-15", once)).containsExactly(looked(once, "2026-04-15"));
            assertThat(kari.when("2026-04-16", once)).isEmpty();
            kari.on("2026-04-23", judge("2026-04-22"));
            assertThat(kari.when("2026-05-15", again)).containsExactly(looked(again, "2026-05-15"));
            assertThat(kari.state().known(MARCH).deadlines().get(Stage.DM1))
                    .matches(deadline -> deadline.is(Outcome.EXEMPT));
        }

        @Test
        void is_settled_when_it_turns_out_that_there_is_no_more_to_look_at() {
            var settled = review(ExemptionReason.SERIOUS_ILLNESS_NO_RETURN, null);
            kari.on("2026-03-20", NO_MEETING_NOW);

            assertThat(kari.when("2026-04-15", settled)).containsExactly(looked(settled, "2026-04-15"));
        }

        @Test
        void must_stand_and_be_looked_at_again_where_its_reason_asks_for_that() {
            var reason = NO_MEETING_NOW.reason();
            isRefused(kari, "2026-03-20", review(reason, day("2026-05-15")), "exemption-does-not-stand");
            kari.on("2026-03-20", NO_MEETING_NOW);

            isRefused(kari, "2026-04-15", review(reason, null), "exemption-needs-a-review-date");
            isRefused(kari, "2026-04-15", review(reason, day("2026-04-14")), "exemption-review-is-not-within-a-year");
            isRefused(
                    kari,
                    "2026-04-15",
                    review(ExemptionReason.WILL_NOT_RETURN, null),
                    "exemption-reason-is-for-another-duty");
        }

        @Test
        void may_be_revoked_instead() {
            kari.on("2026-03-20", NO_MEETING_NOW).on("2026-04-15", review(NO_MEETING_NOW.reason(), day("2026-05-15")));

            assertThat(kari.when("2026-05-15", revoke(Stage.DM1)))
                    .containsExactly(
                            new ExemptionRevoked(JOB, MARCH, Stage.DM1, day("2026-05-15")),
                            movedTo(Stage.DM1, "2026-04-22", "2026-05-22", "aml § 4-6 (4)"));
        }
    }

    @Nested
    class An_exemption_that_is_revoked {
        @Test
        void opens_the_deadline_again_on_its_day() {
            kari.on("2026-03-20", NO_PLAN);

            assertThat(kari.when("2026-03-25", revoke(Stage.PLAN)))
                    .containsExactly(
                            new ExemptionRevoked(JOB, MARCH, Stage.PLAN, day("2026-03-25")),
                            new DeadlineRevived(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-01"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    false,
                                    false));
            assertThat(kari.when("2026-04-02", judge("2026-04-01")))
                    .containsExactly(new DeadlineMissed(JOB, MARCH, Stage.PLAN, day("2026-04-01"), false));
        }

        @Test
        void gives_a_week_when_its_day_has_passed_and_that_is_no_breach() {
            kari.on("2026-03-20", NO_MEETING_NOW);

            assertThat(kari.when("2026-05-04", revoke(Stage.DM1)))
                    .containsExactly(
                            new ExemptionRevoked(JOB, MARCH, Stage.DM1, day("2026-05-04")),
                            movedTo(Stage.DM1, "2026-04-22", "2026-05-11", "aml § 4-6 (4)"));
            assertThat(kari.when("2026-05-10", meetingHeld("2026-05-09", MARCH)))
                    .contains(new DeadlineMet(JOB, MARCH, Stage.DM1, day("2026-05-11"), day("2026-05-09"), MEETING));
        }

        @Test
        void gives_no_week_when_it_turns_out_to_have_been_decided_too_late() {
            kari.on("2026-04-20", new ExemptDuty(JOB, MARCH, Stage.DM1, NO_MEETING_NOW.reason(), day("2026-05-15")))
                    .on("2026-04-21", revoke(Stage.DM1));

            assertThat(kari.when("2026-04-22", sickNote("a", 2, "2026-02-26", "2026-06-30")))
                    .contains(new DeadlineRecalculated(
                            JOB,
                            MARCH,
                            Stage.DM1,
                            day("2026-04-22"),
                            day("2026-04-15"),
                            "2021-06-01",
                            "aml § 4-6 (4)",
                            true));
        }

        @Test
        void gives_a_week_also_when_it_was_decided_by_a_new_sick_day() {
            kari.on("2026-04-20", sickNote("a", 2, "2026-03-05", "2026-04-15"))
                    .on("2026-04-23", judge("2026-04-22"))
                    .on("2026-04-25", sickNote("b", 1, "2026-04-25", "2026-06-30"))
                    .on(
                            "2026-04-25",
                            new ExemptDuty(JOB, MARCH, Stage.DM1, NO_MEETING_NOW.reason(), day("2026-05-15")));

            assertThat(kari.when("2026-05-04", revoke(Stage.DM1)))
                    .containsExactly(
                            new ExemptionRevoked(JOB, MARCH, Stage.DM1, day("2026-05-04")),
                            movedTo(Stage.DM1, "2026-04-25", "2026-05-11", "aml § 4-6 (4)"));
        }

        @Test
        void may_be_decided_anew_and_is_revoked_once() {
            kari.on("2026-03-20", NO_PLAN).on("2026-03-21", revoke(Stage.PLAN));

            assertThat(kari.when("2026-03-22", revoke(Stage.PLAN))).isEmpty();
            assertThat(kari.when("2026-03-23", NO_PLAN)).hasSize(2);
            isRefused(kari, "2026-03-23", revoke(Stage.DM1), "exemption-does-not-stand");
        }
    }

    @Nested
    class The_employee {
        @Test
        void may_see_it_otherwise_while_the_exemption_stands() {
            isRefused(kari, "2026-03-20", dispute("Jeg vil ha en plan."), "exemption-does-not-stand");
            kari.on("2026-03-20", NO_PLAN);

            assertThat(kari.when("2026-03-21", dispute(" Jeg vil ha en plan. ")))
                    .isEqualTo(List.of(new ExemptionDisputed(
                            JOB, MARCH, Stage.PLAN, new PersonalText(KARI, "Jeg vil ha en plan."), day("2026-03-21"))));
            isRefused(kari, "2026-03-21", dispute("  "), "dispute-needs-words");
            isRefused(kari, "2026-03-21", dispute("a".repeat(2001)), "dispute-needs-words");
        }

        @Test
        void is_answered_once_and_again_only_when_it_is_said_again() {
            kari.on("2026-03-20", NO_PLAN).on("2026-03-21", dispute("Jeg vil ha en plan."));

            assertThat(kari.when("2026-03-22", answer("Vi tar det når du er tilbake.")))
                    .isEqualTo(List.of(new DisputeAnswered(
                            JOB,
                            MARCH,
                            Stage.PLAN,
                            new PersonalText(KARI, "Vi tar det når du er tilbake."),
                            day("2026-03-22"))));
            assertThat(kari.when("2026-03-23", answer("Fortsatt."))).isEmpty();
            kari.on("2026-03-24", dispute("Jeg vil det fortsatt."));
            assertThat(kari.when("2026-03-25", answer("Fortsatt."))).hasSize(1);
            isRefused(kari, "2026-03-25", answer(" "), "answer-needs-words");
        }

        @Test
        void is_answered_by_looking_at_the_decision_again_though_it_stays_what_it_was() {
            kari.on("2026-03-20", NO_PLAN).on("2026-03-21", dispute("Jeg vil ha en plan."));
            var again = new ReviewExemption(JOB, MARCH, Stage.PLAN, NO_PLAN.reason(), NO_PLAN.reviewOn());

            assertThat(kari.when("2026-03-22", again)).hasSize(1);
            assertThat(kari.when("2026-03-23", again)).isEmpty();
        }
    }
}
