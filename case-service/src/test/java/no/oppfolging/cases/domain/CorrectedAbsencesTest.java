package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.caseFrom;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.isRefused;
import static no.oppfolging.cases.domain.History.judge;
import static no.oppfolging.cases.domain.History.sickNote;
import static no.oppfolging.cases.domain.History.withdraw;
import static no.oppfolging.cases.domain.SomeAbsences.id;
import static no.oppfolging.cases.domain.SomeFacts.changed;
import static no.oppfolging.cases.domain.SomeFacts.corrected;
import static no.oppfolging.cases.domain.SomeFacts.lapsed;
import static no.oppfolging.cases.domain.SomeFacts.registered;
import static org.assertj.core.api.Assertions.assertThat;

import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceWithdrawn;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineNotRequired;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRecalculated;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineRevived;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What follows when HR tells otherwise of an absence, or takes it back. Week 10 of 2026 begins on Monday 2 March. */
class CorrectedAbsencesTest {
    @Nested
    class A_correction {
        final RegisterAbsence asFirstTold = sickNote("back", 1, "2026-03-05", "2026-03-20");

        @Test
        void of_the_end_moves_only_the_end() {
            var longer = sickNote("back", 2, "2026-03-05", "2026-03-27");

            assertThat(History.ofKari().on("2026-03-05", asFirstTold).when("2026-03-19", longer))
                    .containsExactly(corrected(longer), changed(MARCH, "2026-03-05", "2026-03-27"));
        }

        @Test
        void of_the_start_moves_every_deadline_and_keeps_the_case() {
            var earlier = sickNote("back", 2, "2026-03-02", "2026-03-20");

            assertThat(History.ofKari().on("2026-03-05", asFirstTold).when("2026-03-30", earlier))
                    .containsExactly(
                            corrected(earlier),
                            changed(MARCH, "2026-03-02", "2026-03-20"),
                            new DeadlineRecalculated(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-01"),
                                    day("2026-03-29"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    true),
                            new DeadlineRecalculated(
                                    JOB,
                                    MARCH,
                                    Stage.DM1,
                                    day("2026-04-22"),
                                    day("2026-04-19"),
                                    "2021-06-01",
                                    "aml § 4-6 (4)",
                                    false));
        }

        @Test
        void of_the_start_to_a_later_day_is_no_news_of_a_duty_that_nobody_knew_of() {
            var history = History.ofKari()
                    .on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-05-31"))
                    .on("2026-04-02", judge("2026-04-01"));

            assertThat(history.when("2026-04-10", sickNote("back", 2, "2026-03-09", "2026-05-31")))
                    .contains(new DeadlineRecalculated(
                            JOB,
                            MARCH,
                            Stage.PLAN,
                            day("2026-04-01"),
                            day("2026-04-05"),
                            "2021-06-01",
                            "aml § 4-6 (3)",
                            false));
        }

        @Test
        void with_a_lower_revision_is_old_news() {
            var history = History.ofKari().on("2026-03-05", sickNote("back", 3, "2026-03-05", "2026-03-20"));

            assertThat(history.when("2026-03-06", sickNote("back", 2, "2026-03-05", "2026-03-27")))
                    .isEmpty();
            assertThat(history.when("2026-03-06", withdraw("back", 2))).isEmpty();
        }

        @Test
        void to_a_start_before_the_duty_existed_takes_the_deadline_away() {
            var history = History.ofKari().on("2026-03-05", sickNote("old", 1, "2007-03-05", "2007-03-30"));
            var caseId = caseFrom("2007-03-05");

            assertThat(history.when("2026-03-06", sickNote("old", 2, "2006-11-20", "2007-03-30")))
                    .containsExactly(
                            corrected(sickNote("old", 2, "2006-11-20", "2007-03-30")),
                            changed(caseId, "2006-11-20", "2007-03-30"),
                            new DeadlineRecalculated(
                                    JOB,
                                    caseId,
                                    Stage.PLAN,
                                    day("2007-04-15"),
                                    day("2007-01-14"),
                                    "2003-01-01",
                                    "aml 1977 § 13 nr. 4",
                                    true),
                            new DeadlineNotRequired(JOB, caseId, Stage.DM1, day("2007-05-27")));
        }
    }

    @Nested
    class A_withdrawal {
        final RegisterAbsence note = sickNote("back", 1, "2026-03-05", "2026-03-20");

        @Test
        void waits_for_its_absence() {
            isRefused(History.ofKari(), "2026-03-05", withdraw("back", 2), "absence-not-known-yet");
        }

        private static DeadlineRevived openAgain(Stage stage, String due, String legalBasis) {
            return new DeadlineRevived(JOB, MARCH, stage, day(due), "2021-06-01", legalBasis, false, false);
        }

        @Test
        void takes_back_the_breach_of_a_case_that_nothing_is_left_of() {
            var missed = History.ofKari()
                    .on("2026-03-05", sickNote("long", 1, "2026-03-05", "2026-04-20"))
                    .on("2026-04-02", judge("2026-04-01"));

            assertThat(missed.when("2026-04-03", withdraw("long", 2)))
                    .containsExactly(
                            new AbsenceWithdrawn(JOB, id("long"), 2),
                            lapsed(Stage.PLAN, "2026-04-01"),
                            lapsed(Stage.DM1, "2026-04-22"),
                            new CaseClosed(JOB, MARCH, day("2026-04-03"), ClosingReason.NOTHING_LEFT));
        }

        @Test
        void closes_a_case_that_nothing_is_left_of_that_day() {
            assertThat(History.ofKari().on("2026-03-05", note).when("2026-03-06", withdraw("back", 2)))
                    .containsExactly(
                            new AbsenceWithdrawn(JOB, id("back"), 2),
                            lapsed(Stage.PLAN, "2026-04-01"),
                            lapsed(Stage.DM1, "2026-04-22"),
                            new CaseClosed(JOB, MARCH, day("2026-03-06"), ClosingReason.NOTHING_LEFT));
        }

        @Test
        void twice_gives_nothing() {
            var history = History.ofKari().on("2026-03-05", note).on("2026-03-06", withdraw("back", 2));

            assertThat(history.when("2026-03-07", withdraw("back", 2))).isEmpty();
        }

        @Test
        void is_undone_when_the_absence_is_told_of_again_and_the_case_is_the_same() {
            var history = History.ofKari().on("2026-03-05", note).on("2026-03-06", withdraw("back", 2));
            var again = sickNote("back", 3, "2026-03-05", "2026-03-20");

            assertThat(history.when("2026-03-09", again))
                    .containsExactly(
                            registered(again),
                            new CaseReopened(JOB, MARCH),
                            openAgain(Stage.PLAN, "2026-04-01", "aml § 4-6 (3)"),
                            openAgain(Stage.DM1, "2026-04-22", "aml § 4-6 (4)"));
        }

        @Test
        void is_undone_even_when_the_case_would_be_over_by_now() {
            var history = History.ofKari().on("2026-03-05", note).on("2026-03-06", withdraw("back", 2));
            var again = sickNote("back", 3, "2026-03-05", "2026-03-20");

            assertThat(history.when("2026-06-01", again))
                    .containsExactly(registered(again), new CaseReopened(JOB, MARCH));
        }

        @Test
        void is_undone_by_another_absence_of_the_same_days() {
            var history = History.ofKari().on("2026-03-05", note).on("2026-03-06", withdraw("back", 2));
            var instead = sickNote("neck", 1, "2026-03-06", "2026-03-20");

            assertThat(history.when("2026-03-09", instead))
                    .containsExactly(
                            registered(instead),
                            new CaseReopened(JOB, MARCH),
                            changed(MARCH, "2026-03-06", "2026-03-20"),
                            new DeadlineRecalculated(
                                    JOB,
                                    MARCH,
                                    Stage.PLAN,
                                    day("2026-04-01"),
                                    day("2026-04-02"),
                                    "2021-06-01",
                                    "aml § 4-6 (3)",
                                    false),
                            new DeadlineRecalculated(
                                    JOB,
                                    MARCH,
                                    Stage.DM1,
                                    day("2026-04-22"),
                                    day("2026-04-23"),
                                    "2021-06-01",
                                    "aml § 4-6 (4)",
                                    false));
        }
    }
}
