package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.History.JOB;
import static no.oppfolging.cases.domain.History.MARCH;
import static no.oppfolging.cases.domain.History.caseFrom;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.History.isRefused;
import static no.oppfolging.cases.domain.History.openEnded;
import static no.oppfolging.cases.domain.History.other;
import static no.oppfolging.cases.domain.History.sickNote;
import static no.oppfolging.cases.domain.History.withdraw;
import static no.oppfolging.cases.domain.SomeAbsences.REPORTED;
import static no.oppfolging.cases.domain.SomeAbsences.id;
import static no.oppfolging.cases.domain.SomeFacts.meetingDue;
import static no.oppfolging.cases.domain.SomeFacts.opened;
import static no.oppfolging.cases.domain.SomeFacts.planDue;
import static no.oppfolging.cases.domain.SomeFacts.registered;
import static org.assertj.core.api.Assertions.assertThat;

import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DeadlineSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows when HR tells of an absence of Kari's. Week 10 of 2026 begins on Monday 2 March. */
class ReportedAbsencesTest {
    @Nested
    class A_sick_note {
        @Test
        void from_a_thursday_opens_a_case_with_plan_and_meeting_due_on_wednesdays() {
            var note = sickNote("back", 1, "2026-03-05", "2026-03-20");

            assertThat(History.ofKari().when("2026-03-05", note))
                    .containsExactly(
                            registered(note),
                            opened(MARCH, "2026-03-05", "2026-03-20"),
                            planDue(MARCH, "2026-04-01"),
                            meetingDue(MARCH, "2026-04-22"));
        }

        @Test
        void from_a_monday_makes_them_due_on_sundays() {
            var note = sickNote("back", 1, "2026-03-02", "2026-03-20");
            var caseId = caseFrom("2026-03-02");

            assertThat(History.ofKari().when("2026-03-02", note))
                    .containsExactly(
                            registered(note),
                            opened(caseId, "2026-03-02", "2026-03-20"),
                            planDue(caseId, "2026-03-29"),
                            meetingDue(caseId, "2026-04-19"));
        }

        @Test
        void without_an_end_opens_a_case_without_one() {
            var note = openEnded("back", 1, "2026-03-05");

            assertThat(History.ofKari().when("2026-03-05", note))
                    .containsExactly(
                            registered(note),
                            opened(MARCH, "2026-03-05", null),
                            planDue(MARCH, "2026-04-01"),
                            meetingDue(MARCH, "2026-04-22"));
        }

        @Test
        void that_says_no_grade_is_whole() {
            var note = new RegisterAbsence(
                    JOB, id("back"), 1, AbsenceKind.SICK_NOTE, day("2026-03-05"), day("2026-03-20"), null, REPORTED);

            assertThat(History.ofKari().when("2026-03-05", note).getFirst())
                    .isEqualTo(registered(sickNote("back", 1, "2026-03-05", "2026-03-20", 100)));
        }

        @Test
        void learned_after_its_own_deadline_is_received_late() {
            var note = sickNote("back", 1, "2026-03-05", "2026-04-30");

            assertThat(History.ofKari().when("2026-04-02", note))
                    .containsExactly(
                            registered(note),
                            opened(MARCH, "2026-03-05", "2026-04-30"),
                            new DeadlineSet(
                                    JOB, MARCH, Stage.PLAN, day("2026-04-01"), "2021-06-01", "aml § 4-6 (3)", true),
                            meetingDue(MARCH, "2026-04-22"));
        }

        @Test
        void learned_on_its_own_due_day_is_not() {
            assertThat(History.ofKari().when("2026-04-01", sickNote("back", 1, "2026-03-05", "2026-04-30")))
                    .contains(planDue(MARCH, "2026-04-01"));
        }

        @Test
        void of_before_2003_opens_a_case_without_deadlines() {
            var note = sickNote("back", 1, "2002-03-04", "2002-05-31");

            assertThat(History.ofKari().when("2026-03-05", note))
                    .containsExactly(registered(note), opened(caseFrom("2002-03-04"), "2002-03-04", "2002-05-31"));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 100})
        void is_for_any_part_of_the_work(int grade) {
            var note = sickNote("back", 1, "2026-03-05", "2026-03-20", grade);

            assertThat(History.ofKari().when("2026-03-05", note)).startsWith(registered(note));
        }

        @Test
        void is_for_any_day_the_calendar_has() {
            var note = sickNote("long", 1, "1970-01-01", "2199-12-31");

            assertThat(History.ofKari().when("2026-03-05", note)).startsWith(registered(note));
        }

        @Test
        void twice_gives_nothing_whenever_it_was_reported() {
            var note = sickNote("back", 1, "2026-03-05", "2026-03-20");
            var again = new RegisterAbsence(
                    JOB, note.absenceId(), 1, note.kind(), note.from(), note.to(), 100, REPORTED.plusSeconds(1));

            assertThat(History.ofKari().on("2026-03-05", note).when("2026-03-06", again))
                    .isEmpty();
        }
    }

    @Nested
    class Vacation {
        @Test
        void is_noted_and_opens_nothing() {
            var vacation = other(AbsenceKind.VACATION, "july", 1, "2026-07-06", "2026-07-26");

            assertThat(History.ofKari().when("2026-03-05", vacation)).containsExactly(registered(vacation));
        }
    }

    @Nested
    class What_HR_cannot_mean_is_refused {
        @Test
        void an_absence_that_ends_before_it_begins() {
            isRefused(
                    History.ofKari(),
                    "2026-03-05",
                    sickNote("back", 1, "2026-03-05", "2026-03-04"),
                    "absence-ends-before-it-begins");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 101, -1})
        void a_grade_below_1_or_above_100(int grade) {
            isRefused(
                    History.ofKari(),
                    "2026-03-05",
                    sickNote("back", 1, "2026-03-05", "2026-03-20", grade),
                    "absence-grade-out-of-range");
        }

        @Test
        void a_vacation_without_an_end() {
            isRefused(
                    History.ofKari(),
                    "2026-03-05",
                    new RegisterAbsence(
                            JOB, id("july"), 1, AbsenceKind.VACATION, day("2026-07-06"), null, null, REPORTED),
                    "absence-needs-an-end");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1969-12-31/2026-03-05", "2026-03-05/2200-01-01"})
        void an_absence_outside_the_calendar(String period) {
            var days = period.split("/", 2);

            isRefused(
                    History.ofKari(),
                    "2026-03-05",
                    sickNote("back", 1, days[0], days[1]),
                    "absence-outside-the-calendar");
        }

        @Test
        void one_revision_that_says_two_things() {
            var history = History.ofKari().on("2026-03-05", sickNote("back", 1, "2026-03-05", "2026-03-20"));

            isRefused(
                    history, "2026-03-06", sickNote("back", 1, "2026-03-05", "2026-03-21"), "absence-revision-reused");
            isRefused(history, "2026-03-06", withdraw("back", 1), "absence-revision-reused");
        }
    }
}
