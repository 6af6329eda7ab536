package no.oppfolging.cases.automation;

import java.util.Set;
import java.util.function.Predicate;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteGivenPlanStruck;
import no.oppfolging.cases.inbox.OthersNews;
import no.oppfolging.cases.inbox.OthersNews.PlanGivenStruck;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When the plan turns out not to have been given to the doctor, its case owes it again. */
public final class WhenGivenPlanStruckOweItAgain implements MessageHandler {
    private final DutiesOfCase duties;

    /** @param withoutDeadlines a case that two have agreed on: nothing is due in it */
    public WhenGivenPlanStruckOweItAgain(Commands commands, Belonging cases, Predicate<CaseId> withoutDeadlines) {
        this.duties = new DutiesOfCase(commands, cases, withoutDeadlines);
    }

    @Override
    public String name() {
        return "cases.when-given-plan-struck-owe-it-again";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(OthersNews.PLAN_GIVEN_STRUCK);
    }

    @Override
    public Outcome handle(Message message) {
        var struck = message.as(PlanGivenStruck.class);
        return duties.note(
                struck.caseId(),
                (employment, caseId) -> new NoteGivenPlanStruck(employment, caseId, struck.planId(), struck.version()),
                message,
                this);
    }
}
