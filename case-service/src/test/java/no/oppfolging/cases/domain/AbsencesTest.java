package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.AbsenceKind.BACK_AT_WORK;
import static no.oppfolging.cases.domain.AbsenceKind.LEAVE;
import static no.oppfolging.cases.domain.AbsenceKind.SELF_CERTIFICATION;
import static no.oppfolging.cases.domain.AbsenceKind.SICK_NOTE;
import static no.oppfolging.cases.domain.AbsenceKind.VACATION;
import static no.oppfolging.cases.domain.SomeAbsences.absence;
import static no.oppfolging.cases.domain.SomeAbsences.openEnded;
import static no.oppfolging.cases.domain.SomeAbsences.reported;
import static no.oppfolging.cases.domain.SomeAbsences.sick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import no.oppfolging.cases.domain.Course.Step;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Kari's absences. March 2026 begins on a Sunday, so the 2nd, the 9th and the 16th are Mondays. */
class AbsencesTest {
    static final LocalDate TODAY = LocalDate.parse("2026-06-17");

    static List<Course> merge(Absence... absences) {
        return Absences.merge(List.of(absences), SomeLaw.NORWEGIAN_LAW, TODAY);
    }

    /** Start, end and days that count. */
    static List<String> courses(Absence... absences) {
        return merge(absences).stream()
                .map(course -> course.start() + " – " + course.end() + ": " + course.sickDays())
                .toList();
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

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
    class Free_days_between_two_absences {
        @Test
        void continue_the_course_when_they_are_fifteen() {
            assertThat(courses(sick("2026-03-02", "2026-03-10"), sick("2026-03-26", "2026-03-31")))
                    .containsExactly("2026-03-02 – 2026-03-31: 15");
        }

        @Test
        void begin_a_new_course_when_they_are_sixteen() {
            assertThat(courses(sick("2026-03-02", "2026-03-10"), sick("2026-03-27", "2026-03-31")))
                    .containsExactly("2026-03-02 – 2026-03-10: 9", "2026-03-27 – 2026-03-31: 5");
        }

        @Test
        void are_counted_anew_after_every_sick_day() {
            assertThat(courses(
                            sick("2026-03-02", "2026-03-02"),
                            sick("2026-03-18", "2026-03-18"),
                            sick("2026-04-03", "2026-04-03")))
                    .containsExactly("2026-03-02 – 2026-04-03: 3");
        }

        @Test
        void are_shown_with_their_count() {
            var steps = merge(
                            sick("2026-03-02", "2026-03-06"),
                            absence(VACATION, "2026-03-12", "2026-03-15"),
                            sick("2026-03-18", "2026-03-20"))
                    .getFirst()
                    .derivation();

            assertThat(steps)
                    .extracting(step -> step.from().getDayOfMonth(), Step::kind, Step::counted, Step::freeDays)
                    .containsExactly(
                            tuple(2, DayKind.SICK, true, 0),
                            tuple(7, DayKind.WORK, false, 5),
                            tuple(12, DayKind.VACATION_OR_LEAVE, false, 9),
                            tuple(16, DayKind.WORK, false, 11),
                            tuple(18, DayKind.SICK, true, 0));
        }

        @Test
        void are_counted_up_to_the_sixteenth_which_ends_the_course() {
            var steps = merge(sick("2026-03-02", "2026-03-02"), sick("2026-05-04", "2026-05-04"))
                    .getFirst()
                    .derivation();

            assertThat(steps).extracting(Step::freeDays).containsExactly(0, 16);
        }

        @Test
        void are_open_as_long_as_they_are_still_to_come() {
            var steps = merge(sick("2026-06-10", "2026-06-15"), sick("2026-06-22", "2026-06-24"))
                    .getFirst()
                    .derivation();

            assertThat(steps)
                    .extracting(step -> step.from().getDayOfMonth(), Step::kind, Step::freeDays)
                    .containsExactly(
                            tuple(10, DayKind.SICK, 0),
                            tuple(16, DayKind.WORK, 2),
                            tuple(18, DayKind.UNKNOWN_FUTURE, 6),
                            tuple(22, DayKind.SICK, 0));
        }
    }

    @Nested
    class Vacation_or_leave {
        @ParameterizedTest
        @EnumSource(
                value = AbsenceKind.class,
                names = {"VACATION", "LEAVE"})
        void counts_right_after_sick_days_and_moves_the_end(AbsenceKind kind) {
            assertThat(courses(sick("2026-03-02", "2026-03-10"), absence(kind, "2026-03-11", "2026-04-14")))
                    .containsExactly("2026-03-02 – 2026-04-14: 44");
        }

        @Test
        void never_breaks_a_course_when_sick_days_go_before_it() {
            assertThat(courses(
                            sick("2026-03-02", "2026-03-10"),
                            absence(VACATION, "2026-03-11", "2026-04-14"),
                            sick("2026-04-30", "2026-04-30")))
                    .containsExactly("2026-03-02 – 2026-04-30: 45");
        }

        @Test
        void is_free_time_after_one_working_day() {
            assertThat(courses(
                            sick("2026-03-02", "2026-03-10"),
                            absence(VACATION, "2026-03-12", "2026-04-14"),
                            sick("2026-04-15", "2026-04-15")))
                    .containsExactly("2026-03-02 – 2026-03-10: 9", "2026-04-15 – 2026-04-15: 1");
        }

        @Test
        void is_no_part_of_a_course_that_begins_after_it() {
            assertThat(courses(absence(LEAVE, "2026-03-02", "2026-03-10"), sick("2026-03-11", "2026-03-12")))
                    .containsExactly("2026-03-11 – 2026-03-12: 2");
        }

        @Test
        void starts_nothing_when_it_outlasts_the_sixteenth_free_day() {
            assertThat(courses(sick("2026-03-02", "2026-03-02"), absence(VACATION, "2026-03-04", "2026-05-31")))
                    .containsExactly("2026-03-02 – 2026-03-02: 1");
        }

        @Test
        void is_as_graded_as_the_sick_day_before_it() {
            var course = merge(
                            absence(SICK_NOTE, "2026-03-02", "2026-03-10", 50),
                            absence(VACATION, "2026-03-11", "2026-03-15"))
                    .getFirst();

            assertThat(course.gradedAtEnd()).isTrue();
            assertThat(course.isSickOn(day("2026-03-15"))).isTrue();
            assertThat(course.isWhollyAwayOn(day("2026-03-15"))).isFalse();
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
        void is_not_ongoing_once_the_employee_is_back() {
            var course = merge(openEnded(SICK_NOTE, "2026-06-08"), openEnded(BACK_AT_WORK, "2026-06-15"))
                    .getFirst();

            assertThat(course.end()).isEqualTo("2026-06-14");
            assertThat(course.ongoing()).isFalse();
        }
    }

    @Nested
    class The_numbers_of_a_course {
        @Test
        void are_its_length_and_its_sick_days_free_days_left_out() {
            var course = merge(sick("2026-03-02", "2026-03-10"), sick("2026-03-26", "2026-03-31"))
                    .getFirst();

            assertThat(course.length()).isEqualTo(30);
            assertThat(course.sickDays()).isEqualTo(15);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-01, 0",
            "2026-03-07, 0",
            "2026-03-08, 1",
            "2026-03-15, 2",
            "2026-04-12, 6",
            "2026-12-31, 6",
        })
        void are_whole_weeks_from_the_first_day_to_today_or_the_end(LocalDate today, int weeks) {
            assertThat(merge(sick("2026-03-02", "2026-04-12")).getFirst().weeks(today))
                    .isEqualTo(weeks);
        }

        @ParameterizedTest
        @CsvSource({"2026-03-08, 0", "2026-03-17, 0", "2026-03-18, 1", "2026-03-25, 2", "2026-03-31, 2"})
        void are_weeks_without_the_free_days_from_the_first_day_on(LocalDate today, int weeks) {
            var course = merge(sick("2026-03-02", "2026-03-06"), sick("2026-03-17", "2026-03-31"))
                    .getFirst();

            assertThat(course.weeks(today)).isEqualTo(weeks);
        }

        @Test
        void say_whether_it_ended_graded() {
            assertThat(merge(absence(SICK_NOTE, "2026-03-02", "2026-03-10", 99))
                            .getFirst()
                            .gradedAtEnd())
                    .isTrue();
            assertThat(merge(
                                    absence(SICK_NOTE, "2026-03-02", "2026-03-10", 50),
                                    absence(SICK_NOTE, "2026-03-11", "2026-03-12", 100))
                            .getFirst()
                            .gradedAtEnd())
                    .isFalse();
        }

        @Test
        void tell_when_sixteen_free_days_are_behind_it() {
            var course = merge(sick("2026-03-02", "2026-03-10")).getFirst();

            assertThat(course.isOver(day("2026-03-25"))).isFalse();
            assertThat(course.isOver(day("2026-03-26"))).isTrue();
        }

        @Test
        void find_the_first_sick_day_from_a_day_on() {
            var course = merge(sick("2026-03-02", "2026-03-10"), sick("2026-03-20", "2026-03-31"))
                    .getFirst();

            assertThat(course.firstSickDayFrom(day("2026-03-10"))).hasValue(day("2026-03-10"));
            assertThat(course.firstSickDayFrom(day("2026-03-11"))).hasValue(day("2026-03-20"));
            assertThat(course.firstSickDayFrom(day("2026-04-01"))).isEmpty();
        }
    }

    @Nested
    class Repeated_absence {
        static Course of(String end, int days) {
            var last = LocalDate.parse(end);
            return merge(sick(last.minusDays(days - 1).toString(), end)).getFirst();
        }

        @Test
        void is_five_long_courses_of_a_hundred_days_together() {
            var five = List.of(
                    of("2025-01-31", 20),
                    of("2025-04-30", 20),
                    of("2025-07-31", 20),
                    of("2025-10-31", 20),
                    of("2026-01-31", 20));

            assertThat(Course.isRepeated(five, TODAY)).isTrue();
            assertThat(Course.isRepeated(five.subList(1, 5), TODAY)).isFalse();
        }

        @Test
        void is_not_five_long_courses_of_fewer_days() {
            assertThat(Course.isRepeated(
                            List.of(
                                    of("2025-01-31", 20),
                                    of("2025-04-30", 20),
                                    of("2025-07-31", 20),
                                    of("2025-10-31", 20),
                                    of("2026-01-31", 19)),
                            TODAY))
                    .isFalse();
        }

        @Test
        void is_two_courses_of_three_hundred_days_together() {
            assertThat(Course.isRepeated(List.of(of("2024-06-30", 150), of("2025-06-30", 150)), TODAY))
                    .isTrue();
            assertThat(Course.isRepeated(List.of(of("2024-06-30", 150), of("2025-06-30", 149)), TODAY))
                    .isFalse();
            assertThat(Course.isRepeated(List.of(of("2025-06-30", 300)), TODAY)).isFalse();
        }

        @Test
        void leaves_out_courses_of_fifteen_days() {
            assertThat(Course.isRepeated(List.of(of("2025-06-30", 300), of("2026-01-31", 15)), TODAY))
                    .isFalse();
            assertThat(Course.isRepeated(List.of(of("2025-06-30", 300), of("2026-01-31", 16)), TODAY))
                    .isTrue();
        }

        @Test
        void leaves_out_what_has_not_ended() {
            var earlier = of("2025-06-30", 300);

            assertThat(Course.isRepeated(List.of(earlier, of("2026-06-17", 16)), TODAY))
                    .isTrue();
            assertThat(Course.isRepeated(List.of(earlier, of("2026-06-18", 17)), TODAY))
                    .isFalse();
            assertThat(Course.isRepeated(
                            List.of(
                                    earlier,
                                    merge(openEnded(SICK_NOTE, "2026-05-04")).getFirst()),
                            TODAY))
                    .isFalse();
        }

        @Test
        void leaves_out_what_ended_more_than_three_years_ago() {
            assertThat(Course.isRepeated(List.of(of("2023-06-16", 200), of("2025-06-30", 200)), TODAY))
                    .isFalse();
            assertThat(Course.isRepeated(List.of(of("2023-06-17", 200), of("2025-06-30", 200)), TODAY))
                    .isTrue();
        }
    }
}
