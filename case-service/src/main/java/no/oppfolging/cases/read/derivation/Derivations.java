package no.oppfolging.cases.read.derivation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.AbsenceKind;
import no.oppfolging.cases.domain.Course;
import no.oppfolging.cases.domain.Course.Step;
import no.oppfolging.cases.domain.DayKind;
import no.oppfolging.cases.domain.Deadline;
import no.oppfolging.cases.domain.Deadlines;
import no.oppfolging.cases.domain.Duty.OnDemand;
import no.oppfolging.cases.domain.Duty.WeeksBeforeNavsMeeting;
import no.oppfolging.cases.domain.Duty.WithinMonths;
import no.oppfolging.cases.domain.Duty.WithinWeeks;
import no.oppfolging.cases.domain.EmploymentFollowUp;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceCorrected;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceEvent;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.AbsenceRegistered;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.domain.TrialRun;
import no.oppfolging.cases.domain.TrialRun.TriedCase;
import no.oppfolging.cases.domain.TrialRun.TriedDeadline;
import no.oppfolging.cases.read.derivation.Derivation.Decision;
import no.oppfolging.cases.read.derivation.Derivation.Period;
import no.oppfolging.cases.read.derivation.Derivation.Source;
import no.oppfolging.cases.read.derivation.Derivation.WeighedRuleSet;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** Tells from the log why a deadline falls on its day, as it was known at any instant; it keeps no rows. */
public final class Derivations {
    private final EventLog log;
    private final RuleSets law;
    private final WorkingCalendar calendar;

    public Derivations(EventLog log, RuleSets law, WorkingCalendar calendar) {
        this.log = log;
        this.law = law;
        this.calendar = calendar;
    }

    /**
     * As of when, and by which law.
     *
     * @param knownAt what was recorded by then
     * @param on the legal day
     * @param rules one rule set alone, whenever it was in force; empty for the law by date
     */
    public record Asked(Instant knownAt, LocalDate on, Optional<String> rules) {}

    /** Empty when there was no such case by then, or the stage has no day of its own in it. */
    public Optional<Derivation> of(EmploymentId employment, CaseId caseId, Stage stage, Asked asked) {
        var followUp = EmploymentFollowUp.unknown(law);
        var sources = new HashMap<UUID, Source>();
        for (var recorded : log.ofStream(employment.value())) {
            if (!recorded.recordedAt().isAfter(asked.knownAt())
                    && recorded.event() instanceof EmploymentFollowUpEvent event) {
                followUp = followUp.evolve(event);
                source(event, recorded).ifPresent(source -> sources.put(source.absenceId(), source));
            }
        }
        return TrialRun.of(followUp, caseId, asked.on())
                .flatMap(tried -> asked.rules().isPresent()
                        ? byOneRuleSet(tried, stage, asked, sources)
                        : byTheLaw(tried, stage, asked, sources));
    }

    private Optional<Derivation> byTheLaw(TriedCase tried, Stage stage, Asked asked, Map<UUID, Source> sources) {
        var start = tried.course().start();
        return tried.deadlines().stream()
                .filter(deadline -> deadline.duty().stage() == stage)
                .findFirst()
                .flatMap(deadline -> Deadlines.of(stage, start, law)
                        .map(counted -> derivation(tried, counted, deadline, weighed(stage, start), asked, sources)));
    }

    private Optional<Derivation> byOneRuleSet(TriedCase tried, Stage stage, Asked asked, Map<UUID, Source> sources) {
        return law.inOrder().stream()
                .filter(rules -> rules.id().equals(asked.rules().orElseThrow()))
                .flatMap(rules -> Deadlines.by(rules, tried.course().start()).stream())
                .filter(deadline -> deadline.stage() == stage)
                .findFirst()
                .map(counted -> derivation(tried, counted, null, List.of(), asked, sources));
    }

    private Derivation derivation(
            TriedCase tried,
            Deadline counted,
            @Nullable TriedDeadline standing,
            List<WeighedRuleSet> weighed,
            Asked asked,
            Map<UUID, Source> sources) {
        var course = tried.course();
        var due = standing == null ? counted.due() : standing.due();
        var exemptUntil = Optional.ofNullable(standing).flatMap(TriedDeadline::exemptUntil);
        return new Derivation(
                asked.knownAt(),
                asked.on(),
                tried.caseId().value(),
                counted.stage(),
                counted.duty().owner(),
                counted.duty().condition(),
                course.start(),
                course.end(),
                course.sickDays(),
                course.length() - course.sickDays(),
                tried.weeks(),
                periods(course, sources),
                counted.ruleSet(),
                counted.duty().source(),
                counted.duty().legalBasis().citation(),
                weighed,
                formula(counted),
                counted.due(),
                due,
                exemptUntil.isEmpty() && !due.equals(counted.due()),
                exemptUntil,
                due.getDayOfWeek(),
                Deadlines.workBy(due, calendar),
                Optional.ofNullable(standing).map(TriedDeadline::outcome));
    }

    private List<WeighedRuleSet> weighed(Stage stage, LocalDate start) {
        return Deadlines.weighed(stage, start, law).stream()
                .map(one -> new WeighedRuleSet(one.rules().id(), one.proposed().map(Deadline::due), one.verdict()))
                .toList();
    }

    private static String formula(Deadline counted) {
        return switch (counted.duty().term()) {
            case WithinWeeks within -> "start + 7 × " + within.weeks() + " − 1";
            case WithinMonths within -> "start + " + within.months() + " months − 1";
            case WeeksBeforeNavsMeeting before -> "Nav's meeting − 7 × " + before.weeks();
            case OnDemand _ -> "on demand";
        };
    }

    private static List<Period> periods(Course course, Map<UUID, Source> sources) {
        var steps = course.derivation();
        var periods = new ArrayList<Period>();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var sickAgain = steps.subList(i, steps.size()).stream().anyMatch(Step::counted);
            periods.add(new Period(
                    step.from(),
                    step.to(),
                    step.kind(),
                    step.grade(),
                    step.freeDays(),
                    decision(step, sickAgain),
                    Optional.ofNullable(step.absenceId()).map(sources::get)));
        }
        return List.copyOf(periods);
    }

    private static Decision decision(Step step, boolean sickAgain) {
        if (step.counted()) {
            return step.kind() == DayKind.SICK ? Decision.COUNT : Decision.COUNT_AS_SICK;
        }
        if (sickAgain) {
            return Decision.SAME_CASE;
        }
        return step.freeDays() < Course.FREE_DAYS_THAT_END_A_COURSE
                ? Decision.SAME_CASE_IF_SICK_AGAIN
                : Decision.END_THE_CASE;
    }

    private static Optional<Source> source(EmploymentFollowUpEvent event, RecordedEvent recorded) {
        return event instanceof AbsenceEvent absence
                ? kindOf(absence)
                        .map(kind -> new Source(
                                absence.absenceId(),
                                kind,
                                absence.revision(),
                                recorded.metadata().causation(),
                                recorded.recordedAt()))
                : Optional.empty();
    }

    private static Optional<AbsenceKind> kindOf(AbsenceEvent event) {
        return switch (event) {
            case AbsenceRegistered registered -> Optional.of(registered.kind());
            case AbsenceCorrected corrected -> Optional.of(corrected.kind());
            case EmploymentFollowUpEvent.AbsenceWithdrawn _ -> Optional.empty();
        };
    }
}
