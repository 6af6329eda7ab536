package no.oppfolging.cases.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.kernel.WorkingCalendar;

/**
 * Counts when each stage is due. Days are calendar days from the first day of absence, and no deadline moves for a
 * weekend or a holiday; the rule set follows the date, not the day of counting.
 */
public final class Deadlines {
    private Deadlines() {}

    /** The deadlines that follow from the first day of absence alone, in the order of {@link Stage}. */
    public static List<Deadline> of(LocalDate firstDayOfAbsence, RuleSets law) {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> of(stage, firstDayOfAbsence, law).stream())
                .toList();
    }

    /**
     * What was due before a new rule set came into force stays with the old one; what was not takes the new one, which
     * may shorten, lengthen or end it. A new rule set never makes something due on a day before it was itself in force.
     */
    public static Optional<Deadline> of(Stage stage, LocalDate firstDayOfAbsence, RuleSets law) {
        var standing = Optional.<Deadline>empty();
        for (var next : law.inOrder()) {
            if (isDueBefore(next, standing)) {
                return standing;
            }
            var proposed = deadline(stage, firstDayOfAbsence, next);
            standing = isDueBefore(next, proposed) ? standing : proposed;
        }
        return standing;
    }

    /** Advice, never the deadline itself: the last working day on or before it (anbefalt dato). */
    public static LocalDate workBy(LocalDate due, WorkingCalendar calendar) {
        return calendar.lastWorkingDayUpTo(due);
    }

    private static boolean isDueBefore(RuleSet next, Optional<Deadline> deadline) {
        return deadline.map(Deadline::due)
                .filter(due -> due.isBefore(next.validFrom()))
                .isPresent();
    }

    private static Optional<Deadline> deadline(Stage stage, LocalDate firstDayOfAbsence, RuleSet rules) {
        return rules.duty(stage)
                .flatMap(
                        duty -> duty.term().lastDay(firstDayOfAbsence).map(due -> new Deadline(duty, due, rules.id())));
    }
}
