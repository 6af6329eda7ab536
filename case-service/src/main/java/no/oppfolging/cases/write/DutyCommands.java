package no.oppfolging.cases.write;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AnswerDispute;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.DisputeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExplainLateness;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ReviewExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RevokeExemption;
import no.oppfolging.cases.domain.ExemptionReason;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.ReadableText;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Versions;
import no.oppfolging.platform.web.Versions.Accepted;
import no.oppfolging.platform.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What may be decided about the duties of a case over HTTP. */
@RestController
public final class DutyCommands {
    private static final String DEADLINE = "/api/cases/{caseId}/deadlines/{stage}";

    private final Commands commands;
    private final Belonging cases;
    private final Directory directory;

    public DutyCommands(Commands commands, Belonging cases, Directory directory) {
        this.commands = commands;
        this.cases = cases;
        this.directory = directory;
    }

    /** That a duty is clearly unnecessary, why, and when that is looked at again. */
    record Exemption(@NotNull ExemptionReason reason, Optional<LocalDate> reviewOn) {}

    /** What the employee has to say to that, or the leader to the employee. */
    record Dispute(@NotBlank @Size(max = 2000) String words) {}

    /** Why the day was missed. */
    record Explanation(@NotNull LatenessReason reason) {}

    @PostMapping(DEADLINE + "/exemptions")
    ResponseEntity<Accepted> exempt(
            @PathVariable CaseId caseId,
            @PathVariable Stage stage,
            @Valid @RequestBody Exemption exemption,
            Visit visit) {
        return changed(
                new ExemptDuty(
                        employmentOf(caseId),
                        caseId,
                        stage,
                        exemption.reason(),
                        exemption.reviewOn().orElse(null)),
                visit);
    }

    @PostMapping(DEADLINE + "/exemptions/reviews")
    ResponseEntity<Accepted> review(
            @PathVariable CaseId caseId,
            @PathVariable Stage stage,
            @Valid @RequestBody Exemption exemption,
            Visit visit) {
        return changed(
                new ReviewExemption(
                        employmentOf(caseId),
                        caseId,
                        stage,
                        exemption.reason(),
                        exemption.reviewOn().orElse(null)),
                visit);
    }

    @PostMapping(DEADLINE + "/exemptions/revocations")
    ResponseEntity<Accepted> revoke(@PathVariable CaseId caseId, @PathVariable Stage stage, Visit visit) {
        return changed(new RevokeExemption(employmentOf(caseId), caseId, stage), visit);
    }

    @PostMapping(DEADLINE + "/exemptions/disputes")
    ResponseEntity<Accepted> dispute(
            @PathVariable CaseId caseId, @PathVariable Stage stage, @Valid @RequestBody Dispute dispute, Visit visit) {
        var employment = employmentOf(caseId);
        var employee = directory.employeeOf(employment).orElseThrow(NotKnown::new);
        return changed(
                new DisputeExemption(
                        employment, caseId, stage, new PersonalText(employee, ReadableText.of(dispute.words()))),
                visit);
    }

    @PostMapping(DEADLINE + "/exemptions/disputes/answers")
    ResponseEntity<Accepted> answer(
            @PathVariable CaseId caseId, @PathVariable Stage stage, @Valid @RequestBody Dispute answer, Visit visit) {
        var employment = employmentOf(caseId);
        var employee = directory.employeeOf(employment).orElseThrow(NotKnown::new);
        return changed(
                new AnswerDispute(
                        employment, caseId, stage, new PersonalText(employee, ReadableText.of(answer.words()))),
                visit);
    }

    @PostMapping(DEADLINE + "/explanations")
    ResponseEntity<Accepted> explain(
            @PathVariable CaseId caseId,
            @PathVariable Stage stage,
            @Valid @RequestBody Explanation explanation,
            Visit visit) {
        return changed(new ExplainLateness(employmentOf(caseId), caseId, stage, explanation.reason()), visit);
    }

    private ResponseEntity<Accepted> changed(EmploymentFollowUpCommand command, Visit visit) {
        return Versions.accepted(commands.send(command, visit.toChange(command)));
    }

    private EmploymentId employmentOf(CaseId caseId) {
        return cases.employmentOf(caseId).orElseThrow(NotKnown::new);
    }
}
