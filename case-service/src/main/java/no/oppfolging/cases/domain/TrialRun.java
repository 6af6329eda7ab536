package no.oppfolging.cases.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.EmploymentFollowUp.Employed;
import no.oppfolging.cases.domain.EmploymentFollowUp.Unknown;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;

/**
 * What the known facts of an employment come to on a day, without a word of it being kept (prøvekjøring): every stage
 * with a day of its own is judged, also Nav's and the employee's.
 */
public final class TrialRun {
    private TrialRun() {}

    /**
     * One case as it would stand.
     *
     * @param hasPlan whether a plan has been laid before the two, signed or to be signed
     */
    public record TriedCase(
            EmploymentId employmentId,
            CaseId caseId,
            Course course,
            int weeks,
            boolean repeatedAbsence,
            boolean hasPlan,
            List<TriedDeadline> deadlines) {}

    /**
     * One deadline of it.
     *
     * @param due the day the formula gives, or the first new sick day after it where the stage has resumed
     * @param exemptUntil when a duty that had been unnecessary came to apply again
     */
    public record TriedDeadline(
            Duty duty, LocalDate due, String ruleSet, Outcome outcome, Optional<LocalDate> exemptUntil) {}

    /** The cases, earliest first; a day is judged when it is over. */
    public static List<TriedCase> of(EmploymentFollowUp followUp, LocalDate today) {
        return switch (followUp) {
            case Unknown _ -> List.of();
            case Employed employed -> of(employed, today);
        };
    }

    /** One case of them; an absorbed one under its survivor. */
    public static Optional<TriedCase> of(EmploymentFollowUp followUp, CaseId caseId, LocalDate today) {
        return switch (followUp) {
            case Unknown _ -> Optional.empty();
            case Employed employed -> {
                var standing = employed.standing(caseId).map(FollowUpCase::id);
                yield of(employed, today).stream()
                        .filter(tried -> standing.filter(tried.caseId()::equals).isPresent())
                        .findFirst();
            }
        };
    }

    /**
     * One case of them as it comes to stand if nothing else happens: a year after all that is known and due, when each
     * stage has become what it will be.
     *
     * @param today a legal day, up to which an absence without an end is known
     */
    public static Optional<TriedCase> inTheEnd(EmploymentFollowUp followUp, CaseId caseId, LocalDate today) {
        return of(followUp, caseId, today)
                .flatMap(tried -> of(followUp, caseId, lastDay(tried).plusYears(1)));
    }

    /**
     * The stages of it that nobody has to act on as things are: whoever is known to be partly at work on the day is not
     * owed what the law asks for those wholly away, and whoever is back is owed nothing more. A sick note that ends
     * before the day spares nobody until it has ended, for most are followed by another.
     */
    public static Set<Stage> spared(EmploymentFollowUp followUp, CaseId caseId, LocalDate today) {
        var spared = EnumSet.noneOf(Stage.class);
        inTheEnd(followUp, caseId, today)
                .ifPresent(tried -> tried.deadlines().stream()
                        .filter(deadline -> isSpared(deadline, tried.course(), today))
                        .forEach(deadline -> spared.add(deadline.duty().stage())));
        return spared;
    }

    private static boolean isSpared(TriedDeadline deadline, Course course, LocalDate today) {
        return switch (deadline.outcome()) {
            case NOT_REQUIRED -> true;
            case LAPSED -> !course.ongoing() && course.end().isBefore(today);
            case OPEN, MET, MISSED, EXEMPT -> false;
        };
    }

    private static LocalDate lastDay(TriedCase tried) {
        return Stream.concat(
                        Stream.of(tried.course().end()),
                        tried.deadlines().stream().map(TriedDeadline::due))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<TriedCase> of(Employed employed, LocalDate today) {
        var unfolding = new Unfolding(employed.unjudged(today), LegalDay.begins(today));
        var courses = employed.courses(today);
        var deadlines = new DeadlineReckoning(unfolding, courses, _ -> List.of(Stage.values()));
        new CaseReckoning(unfolding, courses).follow();
        deadlines.follow();
        deadlines.judge(today.minusDays(1));
        var repeated = Course.isRepeated(courses, today);
        return courses.stream()
                .map(course -> tried(course, unfolding.state(), today, repeated))
                .toList();
    }

    private static TriedCase tried(Course course, Employed state, LocalDate today, boolean repeated) {
        var tried = state.casesInOrder()
                .filter(known -> known.isLiving() && known.isDuring(course))
                .findFirst()
                .orElseThrow();
        return new TriedCase(
                state.id(),
                tried.id(),
                course,
                course.weeks(today),
                repeated,
                tried.hasPlan(),
                deadlines(tried, course, state).toList());
    }

    private static Stream<TriedDeadline> deadlines(FollowUpCase tried, Course course, Employed state) {
        return Deadlines.of(course.start(), state.law()).stream().map(counted -> {
            var followed = Objects.requireNonNull(
                    tried.deadlines().get(counted.stage()), "Every stage that has a day is followed");
            return new TriedDeadline(
                    counted.duty(),
                    followed.due(),
                    followed.ruleSet(),
                    followed.outcome(),
                    course.firstSickDayFrom(counted.due())
                            .flatMap(day -> tried.exemptUntil(counted.stage().owedWith(), day)));
        });
    }
}
