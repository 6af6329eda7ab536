package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.SomeLaw.NORWEGIAN_LAW;
import static no.oppfolging.cases.domain.Stage.ACTIVITY;
import static no.oppfolging.cases.domain.Stage.DM1;
import static no.oppfolging.cases.domain.Stage.DM2;
import static no.oppfolging.cases.domain.Stage.PLAN;
import static no.oppfolging.cases.domain.Stage.PLAN_TO_DOCTOR;
import static no.oppfolging.cases.domain.Stage.REPORT_TO_NAV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.LegalBasis;
import no.oppfolging.platform.kernel.WorkingCalendar;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
    static LocalDate due(Stage stage, String start) {
        return Deadlines.of(stage, LocalDate.parse(start), NORWEGIAN_LAW)
                .orElseThrow()
                .due();
    }

    /** Each stage of a case with its due date and the rule set that says so. */
    static List<String> deadlines(String start) {
        return Deadlines.of(LocalDate.parse(start), NORWEGIAN_LAW).stream()
                .map(deadline -> deadline.stage() + " " + deadline.due() + " by " + deadline.ruleSet())
                .toList();
    }

    @Nested
    class A_deadline_of_n_weeks {
        @ParameterizedTest
        @CsvSource({
            "2026-03-05, 4, 2026-04-01", "2026-03-02, 4, 2026-03-29",
            "2026-03-05, 7, 2026-04-22", "2026-03-02, 7, 2026-04-19",
            "2026-03-05, 8, 2026-04-29", "2026-03-02, 8, 2026-04-26",
            "2026-03-05, 26, 2026-09-02", "2026-03-02, 26, 2026-08-30",
            "2026-03-05, 39, 2026-12-02", "2026-03-02, 39, 2026-11-29",
            "2026-03-05, 52, 2027-03-03", "2026-03-02, 52, 2027-02-28",
        })
        void is_the_last_day_of_week_n_the_first_day_counted_in(LocalDate start, int weeks, LocalDate due) {
            assertThat(new Duty.WithinWeeks(weeks).lastDay(start)).hasValue(due);
        }

        @Test
        void does_not_move_for_a_weekend() {
            assertThat(due(PLAN, "2026-03-02"))
                    .isEqualTo("2026-03-29")
                    .satisfies(due -> assertThat(due.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY));
        }
    }

    @Nested
    class The_day_to_work_by {
        static final Set<LocalDate> CHRISTMAS =
                Set.of(LocalDate.parse("2025-12-24"), LocalDate.parse("2025-12-25"), LocalDate.parse("2025-12-26"));
        static final WorkingCalendar CALENDAR =
                day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !CHRISTMAS.contains(day);

        @ParameterizedTest
        @CsvSource({"2026-03-29, 2026-03-27", "2026-04-01, 2026-04-01", "2025-12-28, 2025-12-23"})
        void is_the_last_working_day_up_to_the_deadline(LocalDate due, LocalDate workBy) {
            assertThat(Deadlines.workBy(due, CALENDAR)).isEqualTo(workBy);
        }
    }

    @Nested
    class The_duties_of_a_case {
        @Test
        void of_today() {
            assertThat(deadlines("2026-03-05"))
                    .containsExactly(
                            "PLAN 2026-04-01 by 2021-06-01",
                            "PLAN_TO_DOCTOR 2026-04-01 by 2021-06-01",
                            "DM1 2026-04-22 by 2021-06-01",
                            "ACTIVITY 2026-04-29 by 2021-06-01",
                            "DM2 2026-09-02 by 2021-06-01");
        }

        @Test
        void of_2015_know_no_report_after_nine_weeks() {
            assertThat(deadlines("2015-03-02"))
                    .containsExactly(
                            "PLAN 2015-03-29 by 2014-07-01",
                            "PLAN_TO_DOCTOR 2015-03-29 by 2014-07-01",
                            "DM1 2015-04-19 by 2014-07-01",
                            "ACTIVITY 2015-04-26 by 2014-07-01",
                            "DM2 2015-08-30 by 2014-07-01");
        }

        @Test
        void of_2012_know_it() {
            assertThat(deadlines("2012-03-05"))
                    .containsExactly(
                            "PLAN 2012-04-01 by 2011-07-01",
                            "PLAN_TO_DOCTOR 2012-04-01 by 2011-07-01",
                            "DM1 2012-04-22 by 2011-07-01",
                            "REPORT_TO_NAV 2012-05-06 by 2011-07-01",
                            "ACTIVITY 2012-04-29 by 2011-07-01",
                            "DM2 2012-09-02 by 2011-07-01");
        }

        @Test
        void of_2008_are_due_later() {
            assertThat(deadlines("2008-03-03"))
                    .containsExactly(
                            "PLAN 2008-04-13 by 2007-03-01",
                            "DM1 2008-05-25 by 2007-03-01",
                            "ACTIVITY 2008-04-27 by 2007-03-01",
                            "DM2 2008-09-02 by 2007-03-01");
        }

        @Test
        void of_2005_are_a_plan_begun_within_eight_weeks() {
            assertThat(deadlines("2005-03-07")).containsExactly("PLAN 2005-05-01 by 2003-01-01");
        }

        @Test
        void of_2002_are_not_known() {
            assertThat(deadlines("2002-03-04")).containsExactly();
        }

        @Test
        void name_who_owes_them_for_which_absence_and_by_which_paragraph() {
            var today = NORWEGIAN_LAW.inForce(LocalDate.parse("2026-03-05")).orElseThrow();

            assertThat(today.duties())
                    .extracting(duty ->
                            duty.stage() + " " + duty.owner() + " " + duty.condition() + " " + duty.legalBasis())
                    .containsExactly(
                            "PLAN EMPLOYER WHOLLY_OR_PARTLY_AWAY aml § 4-6 (3)",
                            "PLAN_TO_DOCTOR EMPLOYER WHOLLY_OR_PARTLY_AWAY aml § 4-6 (3)",
                            "DM1 EMPLOYER WHOLLY_AWAY aml § 4-6 (4)",
                            "PLAN_TO_NAV EMPLOYER WHOLLY_OR_PARTLY_AWAY ftrl § 25-2",
                            "ACTIVITY EMPLOYEE WHOLLY_AWAY_OR_ELSE_MET ftrl § 8-8",
                            "DM2 NAV WHOLLY_OR_PARTLY_AWAY ftrl § 8-7a",
                            "DM3 NAV WHOLLY_OR_PARTLY_AWAY ftrl § 8-7a");
        }

        @Test
        void demanded_the_dialogue_meeting_for_graded_absence_too_until_2014() {
            assertThat(NORWEGIAN_LAW.inOrder())
                    .filteredOn(rules -> rules.duty(DM1).isPresent())
                    .extracting(rules ->
                            rules.id() + " " + rules.duty(DM1).orElseThrow().condition())
                    .containsExactly(
                            "2007-03-01 WHOLLY_OR_PARTLY_AWAY",
                            "2011-07-01 WHOLLY_OR_PARTLY_AWAY",
                            "2014-07-01 WHOLLY_AWAY",
                            "2021-06-01 WHOLLY_AWAY");
        }
    }

    @Nested
    class A_case_replayed_by_another_times_rule_set {
        static List<String> by(String ruleSet, String start) {
            var rules = NORWEGIAN_LAW.inForce(LocalDate.parse(ruleSet)).orElseThrow();
            return Deadlines.by(rules, LocalDate.parse(start)).stream()
                    .map(deadline -> deadline.stage() + " " + deadline.due())
                    .toList();
        }

        @ParameterizedTest
        @CsvSource({"2012-03-05", "2014-05-05", "2015-03-02", "2026-03-02"})
        void has_the_nine_week_report_by_2011_and_not_by_2014(LocalDate start) {
            assertThat(by("2011-07-01", start.toString()))
                    .containsExactly(
                            "PLAN " + start.plusDays(27),
                            "PLAN_TO_DOCTOR " + start.plusDays(27),
                            "DM1 " + start.plusDays(48),
                            "REPORT_TO_NAV " + start.plusDays(62),
                            "ACTIVITY " + start.plusDays(55),
                            "DM2 " + start.plusDays(181));
            assertThat(by("2014-07-01", start.toString()))
                    .isEqualTo(by("2021-06-01", start.toString()))
                    .doesNotContain("REPORT_TO_NAV " + start.plusDays(62))
                    .hasSize(5);
        }
    }

    @Nested
    class The_rule_sets_of_a_stage {
        static List<String> weighed(Stage stage, String start) {
            return Deadlines.weighed(stage, LocalDate.parse(start), NORWEGIAN_LAW).stream()
                    .map(weighed -> weighed.rules().id() + " " + weighed.verdict())
                    .toList();
        }

        @Test
        void are_weighed_one_by_one() {
            assertThat(weighed(REPORT_TO_NAV, "2014-05-05"))
                    .containsExactly(
                            "2003-01-01 ENDS_IT",
                            "2007-03-01 ENDS_IT",
                            "2011-07-01 APPLIES",
                            "2014-07-01 ENDS_IT",
                            "2021-06-01 ENDS_IT");
            assertThat(weighed(DM1, "2014-05-05"))
                    .endsWith("2011-07-01 APPLIES", "2014-07-01 CAME_TOO_LATE", "2021-06-01 CAME_TOO_LATE");
            assertThat(weighed(PLAN, "2011-05-30"))
                    .containsSubsequence(
                            "2007-03-01 APPLIES", "2011-07-01 NOT_IN_FORCE_YET", "2014-07-01 CAME_TOO_LATE");
        }
    }

    @Nested
    class A_rule_set {
        @Test
        void says_one_thing_about_a_stage() {
            var today = NORWEGIAN_LAW.inForce(LocalDate.parse("2026-03-05")).orElseThrow();
            var twice = today.duties().stream()
                    .flatMap(duty -> Stream.of(duty, duty))
                    .toList();

            assertThatThrownBy(() -> new RuleSet(LocalDate.parse("2027-01-01"), twice))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void is_in_force_from_its_day_until_the_next_one_takes_over() {
            assertThat(NORWEGIAN_LAW.inForce(LocalDate.parse("2002-12-31"))).isEmpty();
            assertThat(NORWEGIAN_LAW.inForce(LocalDate.parse("2007-02-28")).map(RuleSet::id))
                    .hasValue("2003-01-01");
            assertThat(NORWEGIAN_LAW.inForce(LocalDate.parse("2007-03-01")).map(RuleSet::id))
                    .hasValue("2007-03-01");
        }

        @Test
        void of_a_new_law_is_only_another_entry() {
            var shorter = new RuleSet(
                    LocalDate.parse("2027-01-01"),
                    List.of(new Duty(
                            PLAN,
                            Duty.Owner.EMPLOYER,
                            new Duty.WithinWeeks(3),
                            Duty.Condition.WHOLLY_OR_PARTLY_AWAY,
                            LegalBasis.of("aml § 4-6 (3)"),
                            "made up")));
            var law = new RuleSets(Stream.concat(Stream.of(shorter), NORWEGIAN_LAW.inOrder().stream())
                    .toList());

            assertThat(Deadlines.of(PLAN, LocalDate.parse("2027-03-01"), law))
                    .map(Deadline::due)
                    .hasValue(LocalDate.parse("2027-03-21"));
        }
    }

    @Nested
    class A_case_in_flight_when_the_law_changes {
        @Test
        void keeps_what_was_already_due_and_takes_the_new_set_for_the_rest() {
            assertThat(deadlines("2014-05-26"))
                    .containsExactly(
                            "PLAN 2014-06-22 by 2011-07-01",
                            "PLAN_TO_DOCTOR 2014-06-22 by 2011-07-01",
                            "DM1 2014-07-13 by 2014-07-01",
                            "ACTIVITY 2014-07-20 by 2014-07-01",
                            "DM2 2014-11-23 by 2014-07-01");
        }

        @Test
        void keeps_the_nine_week_report_only_if_it_was_due_before_it_was_abolished() {
            assertThat(due(REPORT_TO_NAV, "2014-04-28")).isEqualTo("2014-06-29");
            assertThat(due(REPORT_TO_NAV, "2014-04-29")).isEqualTo("2014-06-30");
            assertThat(Deadlines.of(REPORT_TO_NAV, LocalDate.parse("2014-04-30"), NORWEGIAN_LAW))
                    .isEmpty();
        }

        @Test
        void takes_a_new_duty_that_is_due_after_the_change() {
            assertThat(due(PLAN_TO_DOCTOR, "2011-06-04")).isEqualTo("2011-07-01");
            assertThat(Deadlines.of(PLAN_TO_DOCTOR, LocalDate.parse("2011-06-03"), NORWEGIAN_LAW))
                    .isEmpty();
        }

        @Test
        void is_not_late_by_a_law_that_was_not_yet_in_force() {
            assertThat(deadlines("2011-05-30")).contains("PLAN 2011-07-10 by 2007-03-01");
            assertThat(deadlines("2011-06-06")).contains("PLAN 2011-07-03 by 2011-07-01");
        }

        @Test
        void has_the_employees_duties_by_section_8_8_from_2021_on() {
            var basis = Deadlines.of(ACTIVITY, LocalDate.parse("2021-05-03"), NORWEGIAN_LAW)
                    .orElseThrow()
                    .duty()
                    .legalBasis();

            assertThat(basis).hasToString("ftrl § 8-8");
            assertThat(due(DM2, "2021-05-03")).isEqualTo("2021-10-31");
        }
    }
}
