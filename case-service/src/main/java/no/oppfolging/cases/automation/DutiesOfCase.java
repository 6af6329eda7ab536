package no.oppfolging.cases.automation;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.EmploymentId;

/**
 * Lets the employment that a case belongs to take note of what has happened in the case.
 *
 * @param withoutDeadlines a case that two have agreed on: nothing is due in it
 */
record DutiesOfCase(Belonging cases, Predicate<CaseId> withoutDeadlines) {
    /** @param command what it leads to, once the employment is known */
    List<DomainCommand> note(UUID told, BiFunction<EmploymentId, CaseId, DomainCommand> command) {
        var caseId = new CaseId(told);
        if (withoutDeadlines.test(caseId)) {
            return List.of();
        }
        var employment = cases.employmentOf(caseId).orElseThrow(CaseNotKnownYet::new);
        return List.of(command.apply(employment, caseId));
    }
}
