package no.oppfolging.cases.domain;

import static no.oppfolging.cases.domain.AbsenceKind.LEAVE;
import static no.oppfolging.cases.domain.AbsenceKind.SICK_NOTE;
import static no.oppfolging.cases.domain.AbsenceKind.VACATION;
import static no.oppfolging.cases.domain.History.day;
import static no.oppfolging.cases.domain.SomeAbsences.TODAY;
import static no.oppfolging.cases.domain.SomeAbsences.absence;
import static no.oppfolging.cases.domain.SomeAbsences.courses;
import static no.oppfolging.cases.domain.SomeAbsences.merge;
import static no.oppfolging.cases.domain.SomeAbsences.openEnded;
import static no.oppfolging.cases.domain.SomeAbsences.sick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import no.oppfolging.cases.domain.Course.Step;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The courses that Kari's absences make: what breaks them, what they come to, and when they come again too often. March
 * 2026 begins on a Sunday, so the 2nd, the 9th and the 16th are Mondays.
 */
class CoursesTest {
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
