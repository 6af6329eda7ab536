package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.KARI;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.MEETING;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.isRefused;
import static no.oppfolging.cases.domain.History.judge;
import static no.oppfolging.cases.domain.History.meetingHeld;
import static no.oppfolging.cases.domain.History.sickNote;
import static no.oppfolging.cases.domain.SomeExemptions.NO_MEETING_NOW;
import static no.oppfolging.cases.domain.SomeExemptions.NO_PLAN;
import static no.oppfolging.cases.domain.SomeExemptions.revoke;
import static no.oppfolging.cases.domain.SomeFacts.movedTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AnswerDispute;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.DisputeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ReviewExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMet;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineMissed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DisputeAnswered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionDisputed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionReviewed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionRevoked;
import no.oppfolging.platform.kernel.PersonalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What becomes of the decision that a duty is clearly unnecessary. Kari is away from Thursday 5 March 2026: the plan is
 * due on 1 April, the meeting on 22 April.
 */
class ExemptionsThatStandTest {
    private final History kari = History.ofKari().on("2026-03-05", sickNote("a", 1, "2026-03-05", "2026-06-30"));

    private static AnswerDispute answer(String words) {
        return new AnswerDispute(JOB, MARCH, Stage.PLAN, new PersonalText(KARI, words));
    }

    private static DisputeExemption dispute(String words) {
        return new DisputeExemption(JOB, MARCH, Stage.PLAN, new PersonalText(KARI, words));
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
