package no.oppfolging.cases.automation;

import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.Outcome;

/**
 * Lets the employment that a case belongs to take note of what another service tells of it.
 *
 * @param withoutDeadlines a case that two have agreed on: nothing is due in it
 */
record DutiesOfCase(Commands commands, Belonging cases, Predicate<CaseId> withoutDeadlines) {
    /** @param command what it leads to, once the employment is known */
    Outcome note(
            UUID told, BiFunction<EmploymentId, CaseId, DomainCommand> command, Message message, MessageHandler by) {
        var caseId = new CaseId(told);
        if (withoutDeadlines.test(caseId)) {
            return Outcome.done();
        }
        return cases.employmentOf(caseId)
                .map(employment -> Sending.of(commands, command.apply(employment, caseId), message, by))
                .orElseGet(() -> Outcome.waits("case-not-known-yet"));
    }
}
