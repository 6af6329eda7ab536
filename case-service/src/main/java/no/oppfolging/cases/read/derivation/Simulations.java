package no.oppfolging.cases.read.derivation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.AbsenceKind;
import no.oppfolging.cases.domain.EmploymentFollowUp;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.domain.TrialRun;
import no.oppfolging.cases.domain.TrialRun.TriedCase;
import no.oppfolging.cases.domain.TrialRun.TriedDeadline;
import no.oppfolging.cases.read.derivation.Simulation.SimulatedDeadline;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.EmploymentId;

/** Tries out what one more sick note would lead to, on the log as it stands; what follows is told and forgotten. */
public final class Simulations {
    private final EventLog log;
    private final RuleSets law;

    public Simulations(EventLog log, RuleSets law) {
        this.log = log;
        this.law = law;
    }

    /**
     * Empty when there is no such case any more.
     *
     * @param to the last day of it; where it is not said, the case is neither longer nor shorter than it is
     */
    public Optional<Simulation> of(
            EmploymentId employment, CaseId caseId, LocalDate from, Optional<LocalDate> to, int grade, Instant now) {
        var followUp = EmploymentFollowUp.unknown(law);
        for (var recorded : log.ofStream(employment.value())) {
            if (recorded.event() instanceof EmploymentFollowUpEvent event) {
                followUp = followUp.evolve(event);
            }
        }
        var asItIs = followUp;
        return TrialRun.of(asItIs, caseId, from).map(tried -> {
            var last = to.or(() -> knownEnd(tried, from));
            var command = graded(employment, caseId, from, last, grade, now);
            var asItWouldBe = asItIs;
            for (var fact : asItIs.facts(command, now)) {
                asItWouldBe = asItWouldBe.evolve(fact);
            }
            var end = inTheEnd(tried);
            return new Simulation(
                    from, last, grade, changes(required(asItIs, caseId, end), required(asItWouldBe, caseId, end)));
        });
    }

    private static Optional<LocalDate> knownEnd(TriedCase tried, LocalDate from) {
        var course = tried.course();
        return course.ongoing() || course.end().isBefore(from) ? Optional.empty() : Optional.of(course.end());
    }

    private static List<SimulatedDeadline> changes(Map<Stage, LocalDate> due, Map<Stage, LocalDate> wouldBeDue) {
        return Arrays.stream(Stage.values())
                .filter(stage -> due.containsKey(stage) || wouldBeDue.containsKey(stage))
                .map(stage -> SimulatedDeadline.of(
                        stage, Optional.ofNullable(due.get(stage)), Optional.ofNullable(wouldBeDue.get(stage))))
                .toList();
    }

    private static RegisterAbsence graded(
            EmploymentId employment, CaseId caseId, LocalDate from, Optional<LocalDate> to, int grade, Instant now) {
        return new RegisterAbsence(
                employment,
                DerivedId.of(caseId.value(), "simulation"),
                1,
                AbsenceKind.SICK_NOTE,
                from,
                to.orElse(null),
                grade,
                now);
    }

    /** A day after everything that is known or due: by then each stage has come to be what it will be. */
    private static LocalDate inTheEnd(TriedCase tried) {
        return Stream.concat(
                        Stream.of(tried.course().end()),
                        tried.deadlines().stream().map(TriedDeadline::due))
                .max(LocalDate::compareTo)
                .orElseThrow()
                .plusYears(1);
    }

    private static Map<Stage, LocalDate> required(EmploymentFollowUp followUp, CaseId caseId, LocalDate end) {
        return TrialRun.of(followUp, caseId, end).stream()
                .flatMap(tried -> tried.deadlines().stream())
                .filter(deadline -> deadline.outcome() == Outcome.MISSED)
                .collect(Collectors.toMap(deadline -> deadline.duty().stage(), TriedDeadline::due));
    }
}
