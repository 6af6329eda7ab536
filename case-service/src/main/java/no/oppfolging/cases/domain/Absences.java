package no.oppfolging.cases.domain;

import static java.time.temporal.ChronoUnit.DAYS;
import static no.oppfolging.cases.domain.Course.FREE_DAYS_THAT_END_A_COURSE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import no.oppfolging.cases.domain.Course.Step;
import no.oppfolging.cases.domain.Timeline.Stretch;
import org.jspecify.annotations.Nullable;

/** Turns the absences of one employment into courses: the one rule all four services build on. */
public final class Absences {
    private Absences() {}

    /**
     * Walks the days from the first record to the last. A sick day counts, and starts the count of free days anew; a
     * working day is free; a day of vacation or leave counts when it follows directly on a day that counts, and is free
     * otherwise. The sixteenth free day ends the course.
     *
     * @param absences the records that hold now, in any order; neither withdrawn nor replaced ones
     * @return the courses, earliest first
     */
    public static List<Course> merge(Collection<Absence> absences, RuleSets ruleSets, LocalDate today) {
        var walk = new Walk(ruleSets);
        var timeline = Timeline.of(absences, today);
        timeline.stretches().forEach(walk::through);
        return walk.arrive(timeline.beyond());
    }

    private static final class Walk {
        private final RuleSets ruleSets;
        private final List<Course> courses = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private @Nullable Stretch lastCounted;
        private int grade;
        private int sickDays;
        private int freeDays;

        Walk(RuleSets ruleSets) {
            this.ruleSets = ruleSets;
        }

        void through(Stretch stretch) {
            switch (stretch.kind()) {
                case SICK -> count(stretch, stretch.grade());
                case VACATION_OR_LEAVE -> {
                    if (followsDirectly()) {
                        count(stretch, grade);
                    } else {
                        leaveFree(stretch);
                    }
                }
                case WORK, UNKNOWN_FUTURE -> leaveFree(stretch);
            }
        }

        private boolean followsDirectly() {
            return lastCounted != null && freeDays == 0;
        }

        private void count(Stretch stretch, int gradeOfTheDays) {
            lastCounted = stretch;
            grade = gradeOfTheDays;
            sickDays += days(stretch);
            freeDays = 0;
            steps.add(step(stretch, true));
        }

        private void leaveFree(Stretch stretch) {
            if (lastCounted == null) {
                return;
            }
            freeDays = Math.min(freeDays + days(stretch), FREE_DAYS_THAT_END_A_COURSE);
            steps.add(step(stretch, false));
            if (freeDays == FREE_DAYS_THAT_END_A_COURSE) {
                close(lastCounted, null);
            }
        }

        private void close(Stretch last, @Nullable LocalDate goesOnFrom) {
            var start = steps.getFirst().from();
            courses.add(new Course(
                    start,
                    last.to(),
                    goesOnFrom,
                    sickDays,
                    grade < 100,
                    ruleSets.inForce(start).map(RuleSet::id),
                    steps));
            steps.clear();
            lastCounted = null;
            sickDays = 0;
            freeDays = 0;
        }

        /** Sickness without an end may begin beyond all that is known: after a vacation that was told ahead. */
        List<Course> arrive(Stretch beyond) {
            var goesOn = goesOn(beyond.kind());
            if (lastCounted == null && goesOn) {
                through(beyond);
            }
            if (lastCounted != null) {
                close(lastCounted, goesOn ? beyond.from() : null);
            }
            return List.copyOf(courses);
        }

        private boolean goesOn(DayKind beyond) {
            return switch (beyond) {
                case SICK -> true;
                case VACATION_OR_LEAVE -> followsDirectly();
                case WORK, UNKNOWN_FUTURE -> false;
            };
        }

        private Step step(Stretch stretch, boolean counted) {
            return new Step(
                    stretch.from(),
                    stretch.to(),
                    stretch.kind(),
                    stretch.absenceId(),
                    counted,
                    counted ? grade : 0,
                    freeDays);
        }

        private static int days(Stretch stretch) {
            return Math.toIntExact(DAYS.between(stretch.from(), stretch.to())) + 1;
        }
    }
}
