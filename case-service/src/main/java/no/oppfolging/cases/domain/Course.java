package no.oppfolging.cases.domain;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Absences that count as one (sykefraværstilfelle), and why: what {@link Absences#merge} makes of the records.
 *
 * @param start the first sick day
 * @param end the last day that counts; while it is {@code ongoing} only the last one anything is known about
 * @param goesOnFrom the first day beyond all that is known, where a record without an end carries it on there
 * @param sickDays the days that count, vacation that follows sickness directly among them
 * @param gradedAtEnd whether the last day that counts is partly worked
 * @param ruleSet the rule set in force on the first day, if any was
 * @param derivation every step from the first day on, the gaps with their count
 */
public record Course(
        LocalDate start,
        LocalDate end,
        @Nullable LocalDate goesOnFrom,
        int sickDays,
        boolean gradedAtEnd,
        Optional<String> ruleSet,
        List<Step> derivation) {

    /** So many free days in a row end a course: after fifteen it goes on, after sixteen a new one begins. */
    public static final int FREE_DAYS_THAT_END_A_COURSE = 16;

    /**
     * Days in a row that were treated alike.
     *
     * @param kind what the days are
     * @param absenceId the record that says so; null where no record covers the days
     * @param counted whether they count as sick days
     * @param grade how much of the work the person was away from; 0 where the days do not count
     * @param freeDays how far the count of free days has come at the end of them; 0 where they count
     */
    public record Step(
            LocalDate from,
            LocalDate to,
            DayKind kind,
            @Nullable UUID absenceId,
            boolean counted,
            int grade,
            int freeDays) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public Course {
        derivation = List.copyOf(derivation);
    }

    /** Whether a record without an end carries it on beyond all that is known. */
    public boolean ongoing() {
        return goesOnFrom != null;
    }

    /** The last day, unless the course goes on beyond all that is known. */
    @Nullable
    LocalDate knownEnd() {
        return ongoing() ? null : end;
    }

    /** Calendar days from the first to the last, the free ones between included. */
    public int length() {
        return daysInclusive(start, end);
    }

    /** Whole weeks of sickness behind us; the free days are left out. */
    public int weeks(LocalDate today) {
        var soFar = daysInclusive(start, today.isBefore(end) ? today : end);
        var free = length() - sickDays;
        return Math.max(0, soFar - free) / 7;
    }

    /** Whether so many free days have passed on that day that a new absence would begin a new course. */
    public boolean isOver(LocalDate day) {
        return !ongoing() && daysInclusive(end, day) > FREE_DAYS_THAT_END_A_COURSE;
    }

    public boolean isSickOn(LocalDate day) {
        return counted().anyMatch(step -> step.covers(day));
    }

    /** Away from all work that day (helt borte), not only from a part of it. */
    public boolean isWhollyAwayOn(LocalDate day) {
        return counted().anyMatch(step -> step.covers(day) && step.grade() == 100);
    }

    /** At work for a part of that day, by a grade below a hundred. */
    public boolean isPartlyAwayOn(LocalDate day) {
        return isSickOn(day) && !isWhollyAwayOn(day);
    }

    /** The record that makes a day count. */
    UUID recordOf(LocalDate day) {
        return counted()
                .filter(step -> step.covers(day))
                .findFirst()
                .map(step -> Objects.requireNonNull(step.absenceId(), "A day counts because a record says so"))
                .orElseThrow();
    }

    public Optional<LocalDate> firstSickDayFrom(LocalDate day) {
        return counted()
                .filter(step -> !step.to().isBefore(day))
                .findFirst()
                .map(step -> step.from().isBefore(day) ? day : step.from())
                .or(() -> Optional.ofNullable(goesOnFrom).map(from -> from.isBefore(day) ? day : from));
    }

    /** Empty where the first sick day comes after it. */
    Optional<LocalDate> lastSickDayUpTo(LocalDate day) {
        return counted()
                .filter(step -> !step.from().isAfter(day))
                .reduce((_, later) -> later)
                .map(step -> step.to().isAfter(day) ? day : step.to());
    }

    private Stream<Step> counted() {
        return derivation.stream().filter(Step::counted);
    }

    /**
     * Repeated absence (gjentakende fravær): long courses that ended in the last three years and are many and long
     * together, or very long together.
     */
    public static boolean isRepeated(Collection<Course> courses, LocalDate today) {
        var threeYearsAgo = today.minusMonths(36);
        var longAndRecent = courses.stream()
                .filter(course -> course.sickDays >= 16)
                .filter(course -> course.hasEndedBy(today) && !course.end.isBefore(threeYearsAgo))
                .toList();
        var days = longAndRecent.stream().mapToInt(Course::sickDays).sum();
        return (longAndRecent.size() >= 5 && days >= 100) || (longAndRecent.size() >= 2 && days >= 300);
    }

    private boolean hasEndedBy(LocalDate day) {
        return !ongoing() && !end.isAfter(day);
    }

    private static int daysInclusive(LocalDate first, LocalDate last) {
        return Math.toIntExact(DAYS.between(first, last)) + 1;
    }
}
