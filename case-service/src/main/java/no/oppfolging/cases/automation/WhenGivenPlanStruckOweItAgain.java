package no.oppfolging.cases.automation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteGivenPlanStruck;
import no.oppfolging.cases.inbox.OthersNews;
import no.oppfolging.cases.inbox.OthersNews.PlanGivenStruck;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.NewsAutomation;

/** When the plan turns out not to have been given to the doctor, its case owes it again. */
public final class WhenGivenPlanStruckOweItAgain implements NewsAutomation {
    private final DutiesOfCase duties;

    /** @param withoutDeadlines a case that two have agreed on: nothing is due in it */
    public WhenGivenPlanStruckOweItAgain(Belonging cases, Predicate<CaseId> withoutDeadlines) {
        this.duties = new DutiesOfCase(cases, withoutDeadlines);
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
    public List<DomainCommand> react(Message message) {
        var struck = message.as(PlanGivenStruck.class);
        return duties.note(
                struck.caseId(),
                (employment, caseId) -> new NoteGivenPlanStruck(employment, caseId, struck.planId(), struck.version()));
    }
}
