package no.oppfolging.cases.domain;

import java.time.LocalDate;
import java.util.ArrayList;
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
        for (var next : law.from(firstDayOfAbsence)) {
            var proposed = by(next, stage, firstDayOfAbsence);
            standing = switch (verdict(next, standing, proposed)) {
                case APPLIES, ENDS_IT -> proposed;
                case NOT_IN_FORCE_YET, CAME_TOO_LATE -> standing;
            };
        }
        return standing;
    }

    /** What one rule set would have, and whether that holds (vurdering). */
    public record Weighed(RuleSet rules, Optional<Deadline> proposed, Verdict verdict) {}

    /** Why a rule set does, or does not, take the place of the one before it. */
    public enum Verdict {
        APPLIES,
        /** It knows no such duty, or gives it no day of its own. */
        ENDS_IT,
        /** Its day lies before it was itself in force. */
        NOT_IN_FORCE_YET,
        /** By then it was already due. */
        CAME_TOO_LATE
    }

    /** Every rule set in the order they came into force, and how each was weighed. */
    public static List<Weighed> weighed(Stage stage, LocalDate firstDayOfAbsence, RuleSets law) {
        var all = new ArrayList<Weighed>();
        var standing = Optional.<Deadline>empty();
        for (var next : law.inOrder()) {
            var proposed = by(next, stage, firstDayOfAbsence);
            var verdict = verdict(next, standing, proposed);
            all.add(new Weighed(next, proposed, verdict));
            standing = verdict == Verdict.APPLIES || verdict == Verdict.ENDS_IT ? proposed : standing;
        }
        return List.copyOf(all);
    }

    private static Verdict verdict(RuleSet next, Optional<Deadline> standing, Optional<Deadline> proposed) {
        if (isDueBefore(next, standing)) {
            return Verdict.CAME_TOO_LATE;
        }
        if (isDueBefore(next, proposed)) {
            return Verdict.NOT_IN_FORCE_YET;
        }
        return proposed.isPresent() ? Verdict.APPLIES : Verdict.ENDS_IT;
    }

    /** The deadlines by one rule set alone, whenever it was in force: a case replayed by another time's law. */
    public static List<Deadline> by(RuleSet rules, LocalDate firstDayOfAbsence) {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> by(rules, stage, firstDayOfAbsence).stream())
                .toList();
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

    private static Optional<Deadline> by(RuleSet rules, Stage stage, LocalDate firstDayOfAbsence) {
        return rules.duty(stage)
                .flatMap(
                        duty -> duty.term().lastDay(firstDayOfAbsence).map(due -> new Deadline(duty, due, rules.id())));
    }
}
