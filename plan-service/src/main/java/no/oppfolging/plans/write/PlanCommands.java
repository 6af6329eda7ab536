package no.oppfolging.plans.write;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.plans.domain.CasePlanCommand.MarkMeasureDone;
import no.oppfolging.plans.domain.CasePlanCommand.NotePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanCommand.PresentPlan;
import no.oppfolging.plans.domain.CasePlanCommand.RefuseToSign;
import no.oppfolging.plans.domain.CasePlanCommand.SignPlan;
import no.oppfolging.plans.domain.CasePlanCommand.StrikePlanGivenToDoctor;
import no.oppfolging.plans.domain.MeasureId;
import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.plans.domain.PlanDigest;
import no.oppfolging.plans.domain.PlanId;
import no.oppfolging.plans.domain.PlannedMeasure;
import no.oppfolging.plans.domain.WayToDoctor;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.MeasureVerb;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.privacy.Salts;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Versions;
import no.oppfolging.platform.web.Versions.Accepted;
import no.oppfolging.platform.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What may be asked of a case's plan over HTTP. */
@RestController
public final class PlanCommands {
    private static final String PLAN = "/api/cases/{caseId}/plans/{planId}";

    private final Commands commands;
    private final Belonging cases;
    private final Directory directory;
    private final Salts salts;

    public PlanCommands(Commands commands, Belonging cases, Directory directory, Salts salts) {
        this.commands = commands;
        this.cases = cases;
        this.directory = directory;
        this.salts = salts;
    }

    /** What the plan is to say; a section that says nothing is an empty text. */
    record Presentation(
            @NotNull String goals,
            @NotNull String workTasks,
            @NotNull String canDo,
            @NotNull String cannotDo,
            @NotNull String measures,
            @NotNull String authorityHelp,
            @NotNull String followUp,
            @NotNull String successCriteria,
            @NotNull LocalDate evaluationDate,
            @NotNull Boolean employeeContributed,
            @NotNull String whyNotContributed,
            Optional<List<@NotNull @Valid Measure>> plannedMeasures) {
        PlanContent about(PersonId employee) {
            return new PlanContent(
                    new PersonalText(employee, goals),
                    new PersonalText(employee, workTasks),
                    new PersonalText(employee, canDo),
                    new PersonalText(employee, cannotDo),
                    new PersonalText(employee, measures),
                    new PersonalText(employee, authorityHelp),
                    new PersonalText(employee, followUp),
                    new PersonalText(employee, successCriteria),
                    evaluationDate,
                    employeeContributed,
                    new PersonalText(employee, whyNotContributed),
                    plannedMeasures.orElse(List.of()).stream()
                            .map(measure -> measure.about(employee))
                            .toList());
        }
    }

    /** One measure; whoever presents it names it, and keeps the name in later versions. */
    record Measure(
            @NotNull MeasureId id,
            @NotNull MeasureVerb category,
            @NotBlank String what,
            @NotNull Party responsible,
            @NotNull LocalDate dueOn) {
        PlannedMeasure about(PersonId employee) {
            return new PlannedMeasure(id, category, new PersonalText(employee, what), responsible, dueOn);
        }
    }

    /** The version that was read, by its number and its digest. */
    record Signing(
            @Positive int version,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest) {}

    /** Why the employee will not sign a version. */
    record Refusing(
            @Positive int version,

            @NotBlank @Size(max = PlanContent.LONGEST_SECTION)
            String reason) {}

    /** Which version was given to the doctor, when and how. */
    record Giving(
            @Positive int version,
            @NotNull LocalDate givenOn,
            @NotNull WayToDoctor way) {}

    /** Whoever presents the first version names the plan. */
    @PostMapping(PLAN + "/versions")
    ResponseEntity<Accepted> present(
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @Valid @RequestBody Presentation presentation,
            Visit visit) {
        var employee = employeeOf(caseId);
        var salt = new PersonalText(employee, salts.next());
        var command = new PresentPlan(caseId, planId, presentation.about(employee), salt);
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toChange(command)));
    }

    @PostMapping(PLAN + "/signatures")
    ResponseEntity<Accepted> sign(
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @Valid @RequestBody Signing signing,
            Visit visit) {
        var signatory = Signatory.of(visit, caseId);
        var command = new SignPlan(
                caseId,
                planId,
                signing.version(),
                new PlanDigest(signing.digest()),
                signatory.party(),
                signatory.person(),
                signatory.signInMethod());
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toChange(command)));
    }

    @PostMapping(PLAN + "/refusals")
    ResponseEntity<Accepted> refuse(
            @PathVariable CaseId caseId,
            @PathVariable PlanId planId,
            @Valid @RequestBody Refusing refusing,
            Visit visit) {
        var employee = employeeOf(caseId);
        var signatory = Signatory.of(visit, caseId);
        var command = new RefuseToSign(
                caseId, planId, refusing.version(), signatory.person(), new PersonalText(employee, refusing.reason()));
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toChange(command)));
    }

    /** A measure of the plan in force has been done; no version has to have been seen to know that. */
    @PostMapping(PLAN + "/measures/{measureId}/completions")
    ResponseEntity<Accepted> complete(
            @PathVariable CaseId caseId, @PathVariable PlanId planId, @PathVariable MeasureId measureId, Visit visit) {
        var command = new MarkMeasureDone(caseId, planId, measureId);
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toDo(command)));
    }

    /** The version is named: whatever else has happened meanwhile, it is that one which was given. */
    @PostMapping(PLAN + "/doctor-copies")
    ResponseEntity<Accepted> give(
            @PathVariable CaseId caseId, @PathVariable PlanId planId, @Valid @RequestBody Giving giving, Visit visit) {
        var command = new NotePlanGivenToDoctor(caseId, planId, giving.version(), giving.givenOn(), giving.way());
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toDo(command)));
    }

    @PostMapping(PLAN + "/doctor-copies/{number}/strikings")
    ResponseEntity<Accepted> strike(
            @PathVariable CaseId caseId, @PathVariable PlanId planId, @PathVariable int number, Visit visit) {
        var command = new StrikePlanGivenToDoctor(caseId, planId, number);
        return Versions.accepted(HttpStatus.CREATED, commands.send(command, visit.toDo(command)));
    }

    private PersonId employeeOf(CaseId caseId) {
        return cases.employmentOf(caseId).flatMap(directory::employeeOf).orElseThrow(NotKnown::new);
    }
}
