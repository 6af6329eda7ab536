package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.isRefused;
import static no.oppfolging.cases.domain.History.judge;
import static no.oppfolging.cases.domain.History.sickNote;
import static org.assertj.core.api.Assertions.assertThat;

import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExplainLateness;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.LatenessExplained;
import no.oppfolging.platform.kernel.CaseId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Kari is away from Thursday 5 March 2026, and the plan was due on 1 April. */
class ExplainedLatenessTest {
    private final History kari = History.ofKari().on("2026-03-05", sickNote("a", 1, "2026-03-05", "2026-06-30"));

    @Nested
    class A_day_that_was_missed {
        private final ExplainLateness explain =
                new ExplainLateness(JOB, MARCH, Stage.PLAN, LatenessReason.MANAGER_ABSENT);

        @Test
        void may_be_explained_and_stays_missed() {
            isRefused(kari, "2026-03-20", explain, "nothing-late-to-explain");
            kari.on("2026-04-02", judge("2026-04-01"));

            assertThat(kari.when("2026-04-03", explain))
                    .containsExactly(new LatenessExplained(
                            JOB,
                            MARCH,
                            Stage.PLAN,
                            day("2026-04-01"),
                            LatenessReason.MANAGER_ABSENT,
                            day("2026-04-03")));
            assertThat(kari.when("2026-04-04", explain)).isEmpty();
            assertThat(kari.state().known(MARCH).deadlines().get(Stage.PLAN))
                    .isEqualTo(new FollowedDeadline(
                            day("2026-04-01"),
                            day("2026-04-01"),
                            "2021-06-01",
                            Outcome.MISSED,
                            false,
                            LatenessReason.MANAGER_ABSENT,
                            false));
        }

        @Test
        void may_be_explained_otherwise_and_both_are_told() {
            kari.on("2026-04-02", judge("2026-04-01")).on("2026-04-03", explain);

            assertThat(kari.when(
                            "2026-04-04", new ExplainLateness(JOB, MARCH, Stage.PLAN, LatenessReason.HR_DATA_LATE)))
                    .hasSize(1);
        }

        @Test
        void may_have_waited_for_a_signature_where_there_is_something_to_sign() {
            kari.on("2026-04-02", judge("2026-04-01")).on("2026-04-23", judge("2026-04-22"));

            assertThat(kari.when("2026-04-24", awaitingASignature(Stage.PLAN))).hasSize(1);
            isRefused(kari, "2026-04-24", awaitingASignature(Stage.DM1), "explanation-is-for-another-duty");
        }

        private static ExplainLateness awaitingASignature(Stage stage) {
            return new ExplainLateness(JOB, MARCH, stage, LatenessReason.SIGNATURE_AWAITED);
        }

        @Test
        void is_no_deadline_where_there_is_none() {
            CaseId march = MARCH;

            isRefused(
                    kari,
                    "2026-04-03",
                    new ExplainLateness(JOB, march, Stage.DM3, LatenessReason.OVERLOOKED),
                    "no-such-deadline");
        }
    }
}
