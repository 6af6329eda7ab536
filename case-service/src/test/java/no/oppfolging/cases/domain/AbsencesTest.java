package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.AbsenceKind.BACK_AT_WORK;
import static no.oppfolging.cases.domain.AbsenceKind.SELF_CERTIFICATION;
import static no.oppfolging.cases.domain.AbsenceKind.SICK_NOTE;
import static no.oppfolging.cases.domain.AbsenceKind.TREATMENT_DAYS;
import static no.oppfolging.cases.domain.AbsenceKind.VACATION;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.SomeAbsences.TODAY;
import static no.oppfolging.cases.domain.SomeAbsences.absence;
import static no.oppfolging.cases.domain.SomeAbsences.courses;
import static no.oppfolging.cases.domain.SomeAbsences.merge;
import static no.oppfolging.cases.domain.SomeAbsences.openEnded;
import static no.oppfolging.cases.domain.SomeAbsences.reported;
import static no.oppfolging.cases.domain.SomeAbsences.sick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import no.oppfolging.cases.domain.Course.Step;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kari's absences, and what each day is that they cover. March 2026 begins on a Sunday, so the 2nd, the 9th and the
 * 16th are Mondays.
 */
class AbsencesTest {
    @Nested
    class One_absence {
        @Test
        void is_a_course_of_its_own_days() {
            assertThat(courses(sick("2026-03-02", "2026-03-10"))).containsExactly("2026-03-02 – 2026-03-10: 9");
        }

        @Test
        void is_no_course_when_there_is_none() {
            assertThat(merge()).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(
                value = AbsenceKind.class,
                names = {"SELF_CERTIFICATION", "SICK_NOTE"},
                mode = EnumSource.Mode.EXCLUDE)
        void is_no_course_when_it_is_not_sickness(AbsenceKind kind) {
            assertThat(merge(absence(kind, "2026-03-02", "2026-03-20"))).isEmpty();
        }

        @Test
        void counts_from_the_self_certified_days_when_a_certificate_follows() {
            assertThat(courses(
                            absence(SELF_CERTIFICATION, "2026-03-02", "2026-03-04"),
                            absence(SICK_NOTE, "2026-03-05", "2026-03-20")))
                    .containsExactly("2026-03-02 – 2026-03-20: 19");
        }

        @Test
        void rests_on_the_rule_set_in_force_on_its_first_day() {
            assertThat(merge(sick("2014-06-30", "2014-07-20")).getFirst().ruleSet())
                    .hasValue("2011-07-01");
            assertThat(merge(sick("2014-07-01", "2014-07-20")).getFirst().ruleSet())
                    .hasValue("2014-07-01");
        }
    }

    @Nested
    class A_record {
        @ParameterizedTest
        @CsvSource({"SICK_NOTE, 0", "SICK_NOTE, 101", "SELF_CERTIFICATION, 0", "VACATION, 1", "BACK_AT_WORK, 100"})
        void has_a_grade_from_1_to_100_when_it_is_sickness_and_none_otherwise(AbsenceKind kind, int grade) {
            assertThatThrownBy(() -> absence(kind, "2026-03-02", "2026-03-03", grade))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void may_be_of_the_least_grade_and_of_one_day() {
            assertThat(courses(absence(SICK_NOTE, "2026-03-02", "2026-03-02", 1)))
                    .containsExactly("2026-03-02 – 2026-03-02: 1");
        }

        @Test
        void ends_on_the_day_it_begins_or_later() {
            assertThatThrownBy(() -> sick("2026-03-02", "2026-03-01")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class A_day_that_several_records_cover {
        @ParameterizedTest
        @CsvSource({
            "BACK_AT_WORK, CORRECTED_HOURS",
            "CORRECTED_HOURS, VACATION",
            "CORRECTED_HOURS, LEAVE",
            "VACATION, SELF_CERTIFICATION",
            "LEAVE, SELF_CERTIFICATION",
            "SELF_CERTIFICATION, SICK_NOTE",
            "SICK_NOTE, TREATMENT_DAYS",
            "SICK_NOTE, TRAVEL_SUBSIDY"
        })
        void follows_the_better_rank_however_late_the_other_was_reported(AbsenceKind better, AbsenceKind worse) {
            var decisive = reported("2026-03-02T08:00:00Z", absence(better, "2026-03-02", "2026-03-02"));
            var overruled = reported("2026-03-09T08:00:00Z", absence(worse, "2026-03-02", "2026-03-02"));

            assertThat(Timeline.of(List.of(overruled, decisive), TODAY).stretches())
                    .extracting(Timeline.Stretch::decidedBy)
                    .containsExactly(decisive);
        }

        @ParameterizedTest
        @CsvSource({
            "VACATION, LEAVE",
            "LEAVE, VACATION",
            "TREATMENT_DAYS, TRAVEL_SUBSIDY",
            "TRAVEL_SUBSIDY, TREATMENT_DAYS"
        })
        void follows_the_latest_report_when_the_ranks_are_equal(AbsenceKind first, AbsenceKind second) {
            var early = reported("2026-03-02T08:00:00Z", absence(first, "2026-03-02", "2026-03-02"));
            var late = reported("2026-03-09T08:00:00Z", absence(second, "2026-03-02", "2026-03-02"));

            assertThat(Timeline.of(List.of(early, late), TODAY).stretches())
                    .extracting(Timeline.Stretch::decidedBy)
                    .containsExactly(late);
        }

        @Test
        void has_the_grade_of_the_certificate_reported_last() {
            var whole = reported("2026-03-02T08:00:00Z", absence(SICK_NOTE, "2026-03-02", "2026-03-08", 100));
            var partly = reported("2026-03-06T08:00:00Z", absence(SICK_NOTE, "2026-03-05", "2026-03-08", 40));

            var course = merge(partly, whole).getFirst();

            assertThat(course.isWhollyAwayOn(day("2026-03-04"))).isTrue();
            assertThat(course.isWhollyAwayOn(day("2026-03-05"))).isFalse();
            assertThat(course.gradedAtEnd()).isTrue();
        }

        @Test
        void does_not_interrupt_the_record_that_decides_it_anyway() {
            var steps = merge(
                            sick("2026-03-02", "2026-03-20"),
                            absence(AbsenceKind.TREATMENT_DAYS, "2026-03-05", "2026-03-06"))
                    .getFirst()
                    .derivation();

            assertThat(steps)
                    .extracting(Step::from, Step::to)
                    .containsExactly(tuple(day("2026-03-02"), day("2026-03-20")));
        }

        @Test
        void ends_the_course_when_the_employee_was_back_before_the_certificate_ran_out() {
            assertThat(courses(sick("2026-03-02", "2026-03-31"), absence(BACK_AT_WORK, "2026-03-16", "2026-03-31")))
                    .containsExactly("2026-03-02 – 2026-03-15: 14");
        }
    }

    @Nested
    class An_absence_without_an_end {
        @Test
        void lasts_as_far_as_anything_is_known() {
            assertThat(courses(openEnded(SICK_NOTE, "2026-06-08"))).containsExactly("2026-06-08 – 2026-06-17: 10");
            assertThat(courses(openEnded(SICK_NOTE, "2026-06-08"), sick("2026-07-06", "2026-07-10")))
                    .containsExactly("2026-06-08 – 2026-07-10: 33");
            assertThat(courses(openEnded(SICK_NOTE, "2026-06-22"))).containsExactly("2026-06-22 – 2026-06-22: 1");
        }

        @Test
        void begins_a_course_after_what_overrules_its_known_days() {
            var vacation = absence(VACATION, "2026-06-15", "2026-06-28");

            assertThat(merge(openEnded(SICK_NOTE, "2026-06-22"), vacation))
                    .singleElement()
                    .satisfies(course -> {
                        assertThat(course.start()).isEqualTo("2026-06-29");
                        assertThat(course.ongoing()).isTrue();
                    });
            assertThat(Absences.merge(
                            List.of(openEnded(SICK_NOTE, "2026-06-22"), vacation),
                            SomeLaw.NORWEGIAN_LAW,
                            day("2026-07-31")))
                    .extracting(Course::start)
                    .containsExactly(day("2026-06-29"));
        }

        @Test
        void keeps_its_course_from_being_over() {
            var course = merge(openEnded(SICK_NOTE, "2026-06-08")).getFirst();

            assertThat(course.ongoing()).isTrue();
            assertThat(course.isOver(day("2027-06-08"))).isFalse();
        }

        @Test
        void keeps_its_course_going_through_what_only_interrupts_it() {
            var course = merge(openEnded(SICK_NOTE, "2026-06-08"), absence(BACK_AT_WORK, "2026-06-15", "2026-06-21"))
                    .getFirst();

            assertThat(course.end()).isEqualTo("2026-06-14");
            assertThat(course.ongoing()).isTrue();
        }

        @Test
        void gives_way_to_a_return_and_the_return_to_what_begins_after_it() {
            var back = openEnded(BACK_AT_WORK, "2026-03-16");

            assertThat(courses(sick("2026-03-02", "2026-03-31"), back)).containsExactly("2026-03-02 – 2026-03-15: 14");
            assertThat(courses(sick("2026-03-02", "2026-03-31"), back, absence(VACATION, "2026-03-23", "2026-03-25")))
                    .containsExactly("2026-03-02 – 2026-03-15: 14");
            assertThat(courses(sick("2026-03-02", "2026-03-31"), back, sick("2026-05-04", "2026-05-10")))
                    .containsExactly("2026-03-02 – 2026-03-15: 14", "2026-05-04 – 2026-05-10: 7");
            assertThat(merge(back, openEnded(SICK_NOTE, "2026-06-01"))
                            .getFirst()
                            .ongoing())
                    .isTrue();
        }

        @Test
        void does_not_come_back_when_the_return_gives_way_to_something_else() {
            var sick = openEnded(SELF_CERTIFICATION, "2026-01-05");
            var back = openEnded(BACK_AT_WORK, "2026-02-02");
            var partlySick = absence(SICK_NOTE, "2026-03-02", "2026-03-20", 50);

            assertThat(courses(sick, back, absence(TREATMENT_DAYS, "2026-03-02", "2026-03-20")))
                    .containsExactly("2026-01-05 – 2026-02-01: 28");
            assertThat(courses(sick, back, partlySick))
                    .containsExactly("2026-01-05 – 2026-02-01: 28", "2026-03-02 – 2026-03-20: 19");
            assertThat(merge(sick, back, partlySick).getLast().gradedAtEnd()).isTrue();
        }

        @Test
        void is_not_ongoing_once_the_employee_is_back() {
            var course = merge(openEnded(SICK_NOTE, "2026-06-08"), openEnded(BACK_AT_WORK, "2026-06-15"))
                    .getFirst();

            assertThat(course.end()).isEqualTo("2026-06-14");
            assertThat(course.ongoing()).isFalse();
        }
    }
}
