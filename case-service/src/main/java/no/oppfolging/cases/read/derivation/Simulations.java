package no.oppfolging.cases.read.derivation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.oppfolging.cases.domain.AbsenceKind;
import no.oppfolging.cases.domain.EmploymentFollowUp;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
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
    private final KnownFollowUps followUps;

    public Simulations(EventLog log, RuleSets law) {
        this.followUps = new KnownFollowUps(log, law);
    }

    /**
     * Empty when there is no such case any more.
     *
     * @param to the last day of it; where it is not said, the case is neither longer nor shorter than it is
     */
    public Optional<Simulation> of(
            EmploymentId employment, CaseId caseId, LocalDate from, Optional<LocalDate> to, int grade, Instant now) {
        var asItIs = followUps.of(employment);
        return TrialRun.of(asItIs, caseId, from).map(tried -> {
            var last = to.or(() -> knownEnd(tried, from));
            var command = graded(employment, caseId, from, last, grade, now);
            var asItWouldBe = asItIs;
            for (var fact : asItIs.facts(command, now)) {
                asItWouldBe = asItWouldBe.evolve(fact);
            }
            return new Simulation(
                    from, last, grade, changes(required(asItIs, caseId, from), required(asItWouldBe, caseId, from)));
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

    private static Map<Stage, LocalDate> required(EmploymentFollowUp followUp, CaseId caseId, LocalDate from) {
        return TrialRun.inTheEnd(followUp, caseId, from).stream()
                .flatMap(tried -> tried.deadlines().stream())
                .filter(deadline -> deadline.outcome() == Outcome.MISSED)
                .collect(Collectors.toMap(deadline -> deadline.duty().stage(), TriedDeadline::due));
    }
}
