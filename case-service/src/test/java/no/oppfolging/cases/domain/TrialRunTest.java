package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.caseFrom;
import static no.oppfolging.cases.domain.History.judge;
import static no.oppfolging.cases.domain.History.ofKari;
import static no.oppfolging.cases.domain.History.openEnded;
import static no.oppfolging.cases.domain.History.other;
import static no.oppfolging.cases.domain.History.planAgreed;
import static no.oppfolging.cases.domain.History.sickNote;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AskForDialogueMeeting;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmploymentEnd;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What Kari's absences would come to. Monday 5 January 2026: plan by 1 February, meeting by 22 February. */
class TrialRunTest {
    static List<String> tried(History history, String today) {
        return TrialRun.of(history.state(), LocalDate.parse(today)).stream()
                .flatMap(tried -> tried.deadlines().stream())
                .map(deadline -> deadline.duty().stage() + " "
                        + deadline.due().toString().substring(5) + " " + deadline.outcome())
                .toList();
    }

    @Nested
    class A_deadline {
        @Test
        void is_open_on_its_day_and_missed_the_day_after() {
            var history = ofKari().on("2026-01-05", sickNote("a", 1, "2026-01-05", "2026-06-30"));

            assertThat(tried(history, "2026-02-01")).contains("PLAN 02-01 OPEN", "PLAN_TO_DOCTOR 02-01 OPEN");
            assertThat(tried(history, "2026-02-02"))
                    .containsExactly(
                            "PLAN 02-01 MISSED",
                            "PLAN_TO_DOCTOR 02-01 MISSED",
                            "DM1 02-22 OPEN",
                            "ACTIVITY 03-01 OPEN",
                            "DM2 07-05 OPEN");
        }

        @Test
        void is_met_by_what_is_known_to_be_done() {
            var history = ofKari().on("2026-01-05", sickNote("a", 1, "2026-01-05", "2026-06-30"))
                    .on("2026-01-20", planAgreed(1, "2026-01-20", caseFrom("2026-01-05")));

            assertThat(tried(history, "2026-02-02")).startsWith("PLAN 02-01 MET", "PLAN_TO_DOCTOR 02-01 MISSED");
        }

        @Test
        void that_was_judged_once_is_judged_as_of_the_day_asked_for() {
            var history = ofKari().on("2026-01-05", sickNote("a", 1, "2026-01-05", "2026-01-25"))
                    .on("2026-02-05", sickNote("b", 1, "2026-02-05", "2026-02-20"));

            assertThat(tried(history, "2026-02-05")).startsWith("PLAN 02-05 OPEN");
            assertThat(tried(history, "2026-03-02"))
                    .startsWith("PLAN 02-05 MISSED", "PLAN_TO_DOCTOR 02-05 MISSED", "DM1 02-22 LAPSED");
        }

        @Test
        void that_was_judged_later_is_open_on_a_day_before() {
            var history = ofKari().on("2026-01-05", sickNote("a", 1, "2026-01-05", "2026-06-30"))
                    .on("2026-01-20", planAgreed(1, "2026-01-20", caseFrom("2026-01-05")))
                    .on("2026-03-02", judge("2026-03-01"));

            assertThat(tried(history, "2026-03-02")).contains("PLAN 02-01 MET", "DM1 02-22 MISSED");
            assertThat(tried(history, "2026-02-22")).contains("PLAN 02-01 MET", "DM1 02-22 OPEN");
            assertThat(tried(history, "2026-01-19")).contains("PLAN 02-01 OPEN", "DM1 02-22 OPEN");
        }

        @Test
        void of_activity_is_met_by_whoever_is_partly_at_work_that_day() {
            var history = ofKari().on("2026-01-05", sickNote("a", 1, "2026-01-05", "2026-02-28"))
                    .on("2026-03-01", sickNote("b", 1, "2026-03-01", "2026-06-30", 80));

            assertThat(tried(history, "2026-03-02")).contains("DM1 02-22 MISSED", "ACTIVITY 03-01 MET");
            assertThat(tried(history.on("2026-03-02", sickNote("b", 2, "2026-03-01", "2026-06-30", 100)), "2026-03-02"))
                    .contains("ACTIVITY 03-01 MISSED");
        }

        @Test
        void is_as_binding_on_vacation_right_after_sick_days() {
            var history = ofKari().on("2026-01-05", sickNote("a", 1, "2026-01-05", "2026-01-31"))
                    .on("2026-01-05", other(AbsenceKind.VACATION, "b", 1, "2026-02-01", "2026-02-08"));

            assertThat(tried(history, "2026-02-02")).startsWith("PLAN 02-01 MISSED");
        }

        @Test
        void lapses_when_the_employment_is_over_that_day() {
            var history = ofKari().on("2026-01-05", sickNote("a", 1, "2026-01-05", "2026-06-30"))
                    .on("2026-01-10", new NoteEmploymentEnd(History.JOB, 2, LocalDate.parse("2026-02-15")));

            assertThat(tried(history, "2026-02-23")).contains("PLAN 02-01 MISSED", "DM1 02-22 LAPSED");
        }
    }

    @Nested
    class A_duty_that_spares_everybody {
        private static Set<Stage> spared(History history, String today) {
            return TrialRun.spared(history.state(), caseFrom("2026-01-05"), LocalDate.parse(today));
        }

        @Test
        void is_the_dialogue_meeting_of_whoever_is_known_to_be_partly_at_work_on_its_day() {
            var history = ofKari().on("2026-01-05", sickNote("a", 1, "2026-01-05", "2026-02-15"))
                    .on("2026-01-20", sickNote("b", 1, "2026-02-16", "2026-06-30", 50));

            assertThat(spared(history, "2026-01-19")).containsExactly(Stage.DM1);
        }

        @Test
        void is_none_where_somebody_has_asked_for_the_meeting() {
            var history = ofKari().on("2026-01-05", sickNote("a", 1, "2026-01-05", "2026-06-30", 50))
                    .on(
                            "2026-01-20",
                            new AskForDialogueMeeting(
                                    History.JOB, caseFrom("2026-01-05"), Asker.EMPLOYEE, History.day("2026-01-20")));

            assertThat(spared(history, "2026-01-21")).isEmpty();
        }

        @Test
        void is_whatever_falls_after_the_return_once_the_employee_is_back() {
            var history = ofKari().on("2026-01-05", sickNote("a", 1, "2026-01-05", "2026-01-25"));

            assertThat(spared(history, "2026-01-25")).isEmpty();
            assertThat(spared(history, "2026-01-26"))
                    .containsExactlyInAnyOrder(Stage.PLAN, Stage.PLAN_TO_DOCTOR, Stage.DM1, Stage.ACTIVITY, Stage.DM2);
        }

        @Test
        void is_none_of_an_absence_nobody_knows_the_end_of() {
            var history = ofKari().on("2026-01-05", openEnded("a", 1, "2026-01-05"));

            assertThat(spared(history, "2026-01-26")).isEmpty();
        }

        @Test
        void binds_again_with_a_new_sick_note() {
            var history = ofKari().on("2026-01-05", sickNote("a", 1, "2026-01-05", "2026-01-25"))
                    .on("2026-01-27", sickNote("b", 1, "2026-01-28", "2026-06-30"));

            assertThat(spared(history, "2026-01-27")).isEmpty();
        }
    }

    @Test
    void keeps_nothing() {
        var history = ofKari().on("2026-01-05", sickNote("a", 1, "2026-01-05", "2026-06-30"));
        var before = history.state();

        TrialRun.of(before, LocalDate.parse("2026-12-31"));

        assertThat(history.state()).isEqualTo(before);
        assertThat(TrialRun.of(EmploymentFollowUp.unknown(SomeLaw.NORWEGIAN_LAW), LocalDate.parse("2026-12-31")))
                .isEmpty();
    }
}
