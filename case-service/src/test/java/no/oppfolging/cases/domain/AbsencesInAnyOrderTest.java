package no.oppfolging.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import no.oppfolging.platform.testing.Numbers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any absences at all; a failing seed is a test case. */
class AbsencesInAnyOrderTest {
    static final LocalDate TODAY = LocalDate.parse("2026-04-30");

    static LongStream seeds() {
        return LongStream.range(0, Numbers.areFull() ? 20_000 : 500);
    }

    static List<Course> merge(List<Absence> absences) {
        return Absences.merge(absences, SomeLaw.NORWEGIAN_LAW, TODAY);
    }

    /** A course without its derivation, which names the records. */
    record Figures(LocalDate start, LocalDate end, boolean ongoing, int sickDays, boolean gradedAtEnd) {
        static List<Figures> of(List<Absence> absences) {
            return merge(absences).stream()
                    .map(course -> new Figures(
                            course.start(), course.end(), course.ongoing(), course.sickDays(), course.gradedAtEnd()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_order_and_any_repeat_give_the_same_courses(long seed) {
        var random = new Random(seed);
        var absences = SomeAbsences.any(random);
        var shuffledAndDoubled = new ArrayList<>(absences);
        shuffledAndDoubled.addAll(absences);
        Collections.shuffle(shuffledAndDoubled, random);

        assertThat(merge(shuffledAndDoubled)).isEqualTo(merge(absences));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_absence_split_in_two_adjacent_ones_gives_the_same_courses(long seed) {
        var random = new Random(seed);
        var absences = SomeAbsences.any(random);
        var split = new ArrayList<Absence>();
        for (var absence : absences) {
            split.addAll(inTwo(absence, random));
        }

        assertThat(Figures.of(split)).isEqualTo(Figures.of(absences));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void walking_day_by_day_gives_the_same_courses(long seed) {
        var absences = SomeAbsences.any(new Random(seed));

        assertThat(Figures.of(absences)).isEqualTo(DayByDay.walk(absences));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_derivation_accounts_for_every_day_of_its_course(long seed) {
        for (var course : merge(SomeAbsences.any(new Random(seed)))) {
            var next = course.start();
            for (var step : course.derivation()) {
                assertThat(step.from()).isEqualTo(next);
                next = step.to().plusDays(1);
            }
            assertThat(course.start().datesUntil(next).filter(course::isSickOn)).hasSize(course.sickDays());
        }
    }

    static List<Absence> inTwo(Absence absence, Random random) {
        var end = absence.to();
        if (end == null || end.equals(absence.from())) {
            return List.of(absence);
        }
        var days = (int) (end.toEpochDay() - absence.from().toEpochDay());
        var lastOfFirst = absence.from().plusDays(random.nextInt(days));
        return List.of(
                part(absence, absence.id(), absence.from(), lastOfFirst),
                part(absence, new UUID(random.nextLong(), 99), lastOfFirst.plusDays(1), end));
    }

    static Absence part(Absence absence, UUID id, LocalDate from, @Nullable LocalDate to) {
        return new Absence(id, from, to, absence.kind(), absence.grade(), absence.reportedAt());
    }

    /** The same rule told the slow way: one day at a time, every record looked at every day. */
    static final class DayByDay {
        private final List<Figures> courses = new ArrayList<>();
        private @Nullable LocalDate start;
        private @Nullable LocalDate end;
        private int sickDays;
        private int grade;
        private int counter;

        static List<Figures> walk(List<Absence> absences) {
            var walk = new DayByDay();
            var last = absences.stream()
                    .map(Absence::lastKnownDay)
                    .max(LocalDate::compareTo)
                    .orElse(TODAY);
            var horizon = absences.stream().anyMatch(Absence::isOpenEnded) && last.isBefore(TODAY) ? TODAY : last;
            absences.stream()
                    .map(Absence::from)
                    .min(LocalDate::compareTo)
                    .ifPresent(first -> first.datesUntil(horizon.plusDays(1)).forEach(day -> walk.pass(day, absences)));
            var dayAfter = horizon.plusDays(1);
            var goesOn = walk.wouldCount(decisive(dayAfter, absences));
            if (walk.start == null && goesOn) {
                walk.pass(dayAfter, absences);
            }
            walk.close(goesOn);
            return walk.courses;
        }

        private static @Nullable Absence decisive(LocalDate day, List<Absence> absences) {
            return absences.stream()
                    .filter(absence -> !day.isBefore(absence.from()))
                    .filter(absence -> absence.to() == null || !day.isAfter(absence.to()))
                    .min(Absence.WHAT_DECIDES_FIRST)
                    .orElse(null);
        }

        private boolean wouldCount(@Nullable Absence decisive) {
            var kind = decisive == null ? DayKind.WORK : decisive.kind().dayKind();
            return kind == DayKind.SICK || (kind == DayKind.VACATION_OR_LEAVE && counter == 0 && start != null);
        }

        private void pass(LocalDate day, List<Absence> absences) {
            var decisive = decisive(day, absences);
            if (decisive != null && decisive.kind().isSickness()) {
                grade = decisive.grade();
            }
            if (wouldCount(decisive)) {
                start = start == null ? day : start;
                end = day;
                sickDays++;
                counter = 0;
            } else if (start != null && ++counter == 16) {
                close(false);
            }
        }

        private void close(boolean ongoing) {
            if (start != null && end != null) {
                courses.add(new Figures(start, end, ongoing, sickDays, grade < 100));
            }
            start = null;
            end = null;
            sickDays = 0;
            counter = 0;
        }
    }
}
