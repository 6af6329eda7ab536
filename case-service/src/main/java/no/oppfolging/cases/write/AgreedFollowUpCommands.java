package no.oppfolging.cases.write;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.CloseFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.OpenFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.ReopenFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpId;
import no.oppfolging.cases.domain.agreed.Occasion;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
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

/** What may be asked of a case that two agree on, over HTTP. */
@RestController
public final class AgreedFollowUpCommands {
    private final Commands commands;
    private final Directory directory;
    private final Clock clock;

    public AgreedFollowUpCommands(Commands commands, Directory directory, Clock clock) {
        this.commands = commands;
        this.directory = directory;
        this.clock = clock;
    }

    /** Why it is opened. */
    record Opening(@NotNull Occasion occasion) {}

    /** Where the case is found. */
    public record Opened(CaseId caseId) {}

    @PostMapping("/api/employments/{employmentId}/follow-ups")
    ResponseEntity<Opened> open(
            @PathVariable EmploymentId employmentId, @Valid @RequestBody Opening body, Visit visit) {
        var _ = visit.to(employmentId);
        var employee = directory.employeeOf(employmentId).orElseThrow(NotKnown::new);
        var caseId = AgreedFollowUpId.caseOf(employmentId, LegalDay.of(clock.instant()));
        var command = new OpenFollowUp(caseId, employmentId, employee, body.occasion());
        commands.send(command, visit.toDo(command));
        return ResponseEntity.status(HttpStatus.CREATED).body(new Opened(caseId));
    }

    @PostMapping("/api/cases/{caseId}/closings")
    ResponseEntity<Accepted> close(@PathVariable CaseId caseId, Visit visit) {
        var command = new CloseFollowUp(caseId);
        return Versions.accepted(commands.send(command, visit.toDo(command)));
    }

    @PostMapping("/api/cases/{caseId}/reopenings")
    ResponseEntity<Accepted> reopen(@PathVariable CaseId caseId, Visit visit) {
        var command = new ReopenFollowUp(caseId);
        return Versions.accepted(commands.send(command, visit.toDo(command)));
    }
}
